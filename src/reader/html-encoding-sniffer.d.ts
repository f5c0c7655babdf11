// Types of html-encoding-sniffer, which ships none.
declare module "html-encoding-sniffer" {
  export default function sniff(
    bytes: Uint8Array,
    options?: { xml?: boolean; transportLayerEncodingLabel?: string | undefined; defaultEncoding?: string },
  ): string;
}
