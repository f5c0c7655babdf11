// Small PDF and DOCX files, written byte by byte for the tests.
import { deflateRawSync, deflateSync } from "node:zlib";

/** A line of text: where it stands (points from the lower left corner), its size and its words (ASCII). */
export type PdfLine = readonly [x: number, y: number, size: number, text: string];

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** Puts an encryption dictionary into the file whose password nobody knows. */
  readonly encrypted?: boolean;
  /** A packed stream to go in beside the pages. */
  readonly extra?: Uint8Array;
}

/** A PDF whose pages hold the given lines. */
export function makePdf(pages: readonly (readonly PdfLine[])[], { info = {}, encrypted = false, extra }: PdfOptions = {}): Uint8Array {
  const escaped = (text: string): string => text.replace(/[\\()]/g, "\\$&");
  const objects: (string | Buffer)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${escaped(value)})`)
      .join(" ")} >>`,
  ];
  for (const [i, lines] of pages.entries()) {
    const content = deflateSync(
      Buffer.from(lines.map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`).join("\n"), "latin1"),
    );
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
      Buffer.concat([Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`), content, Buffer.from("\nendstream")]),
    );
  }
  if (extra)
    objects.push(
      Buffer.concat([Buffer.from(`<< /Length ${extra.length} /Filter /FlateDecode >>\nstream\n`), extra, Buffer.from("\nendstream")]),
    );
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  let size = parts[0]!.length;
  const offsets: number[] = [];
  const push = (part: Buffer): void => {
    parts.push(part);
    size += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(size);
    push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]));
  }
  const start = size;
  const key = "<".concat("ab".repeat(32), ">");
  const encrypt = encrypted ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [${key} ${key}]` : "";
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${encrypt} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A ZIP archive of the given parts; `sizes` are lies about how large a part is. */
export function makeZip(parts: Readonly<Record<string, string | Uint8Array>>, sizes: Readonly<Record<string, number>> = {}): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const head = (signature: number, extra: number): Buffer => {
      const buffer = Buffer.alloc(extra);
      buffer.writeUInt32LE(signature, 0);
      const at = signature === 0x02014b50 ? 10 : 8;
      buffer.writeUInt16LE(8, at);
      buffer.writeUInt32LE(crc32(data), at + 6);
      buffer.writeUInt32LE(packed.length, at + 10);
      buffer.writeUInt32LE(sizes[name] ?? data.length, at + 14);
      buffer.writeUInt16LE(name.length, at + 18);
      if (signature === 0x02014b50) buffer.writeUInt32LE(offset, 42);
      return buffer;
    };
    central.push(head(0x02014b50, 46), Buffer.from(name));
    local.push(head(0x04034b50, 30), Buffer.from(name), packed);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The parts of a DOCX whose body is the given WordprocessingML. */
export function docxParts(body: string, core = ""): Record<string, string> {
  return {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELATIONS,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
  };
}
