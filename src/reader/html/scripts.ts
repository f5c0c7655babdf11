// Scripts, styles and comments taken out of markup that is too long to parse whole; JSON-LD stays.

const RAW = ["script", "style", "svg", "noscript"];

/** `html` without the elements that hold code, by one linear scan. An element that is not closed goes to the end of the text. */
export function withoutScripts(html: string): string {
  // Only ASCII: lower-casing other letters can change the length and shift every offset.
  const lower = html.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const parts: string[] = [];
  let kept = 0;
  let at = lower.indexOf("<");
  while (at >= 0) {
    let end = -1;
    if (lower.startsWith("<!--", at)) {
      const close = lower.indexOf("-->", at + 4);
      end = close < 0 ? html.length : close + 3;
    } else {
      const name = RAW.find((tag) => lower.startsWith(tag, at + 1) && /[\s/>]/.test(lower[at + 1 + tag.length] ?? " "));
      if (name && !(name === "script" && /ld\+json/.test(lower.slice(at, at + 200).split(">")[0]!))) {
        const close = lower.indexOf(`</${name}`, at);
        const tagEnd = close < 0 ? -1 : lower.indexOf(">", close);
        end = tagEnd < 0 ? html.length : tagEnd + 1;
      }
    }
    if (end >= 0) {
      parts.push(html.slice(kept, at), " ");
      kept = end;
    }
    at = lower.indexOf("<", end >= 0 ? end : at + 1);
  }
  parts.push(html.slice(kept));
  return parts.join("");
}
