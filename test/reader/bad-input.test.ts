// Files in every state but the right one: charsets, wrong content types, cut-off files, bombs.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readSource } from "../../src/reader/read-source.ts";
import { bytesOf, codes, page, paragraphs, STORY } from "./support.ts";

/**
 * Bytes of `text` in an encoding, by trying one and two bytes in the decoder of Node's ICU, which is not the one under test.
 */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const put = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== "\uFFFD" && !table.has(character)) table.set(character, bytes);
  };
  for (let a = 0; a < 256; a++) put([a]);
  if ([...text].some((character) => !table.has(character))) for (let a = 0x81; a < 255; a++) for (let b = 0x30; b < 255; b++) put([a, b]);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

const LANGUAGES = {
  western: "Die Minister trafen sich in Malmö; le débat a été très long, señor Ibáñez.",
  central: "Ministři se sešli v přístavu Łódź a źródła zůstala mlčenlivá, şedinţa a fost lungă.",
  baltic: "Ministrai susitiko Šiauliuose ir ilgai kalbėjo apie žvejybą.",
  turkish: "Bakanlar İzmir'de buluştu ve balıkçılık üzerine görüştü.",
  nordic: "Ráðherrar hittust í Reykjavík og ræddu lengi um þorskinn.",
  cyrillic: "Министры встретились в порту и долго говорили о рыбе.",
  ukrainian: "Міністри зустрілися в Києві, її слова були короткі.",
  greek: "Οι υπουργοί συναντήθηκαν στο λιμάνι και μίλησαν πολύ.",
  hebrew: "השרים נפגשו בנמל ושוחחו ארוכות על הדיג",
  arabic: "اجتمع الوزراء في الميناء وتحدثوا طويلا",
  thai: "รัฐมนตรีพบกันที่ท่าเรือและคุยกันนาน",
  // Tones are letters of their own in the one charset of Vietnamese.
  vietnamese: "Các bô trươ\u0309ng gă\u0323p nhau",
  japanese: "大臣たちは港で会い、漁業について長く話しました。",
  chinese: "部长们在港口会面，谈了很久的渔业问题。",
  taiwanese: "部長們在港口會面，談了很久的漁業問題。",
  korean: "장관들은 항구에서 만나 어업에 대해 오래 이야기했다.",
} as const;

describe("charsets", () => {
  test.each<[string, keyof typeof LANGUAGES]>([
    ["utf-8", "western"],
    ["iso-8859-1", "western"],
    ["iso-8859-15", "western"],
    ["macintosh", "western"],
    ["iso-8859-2", "central"],
    ["windows-1250", "central"],
    ["iso-8859-4", "baltic"],
    ["iso-8859-13", "baltic"],
    ["windows-1257", "baltic"],
    ["iso-8859-9", "turkish"],
    ["windows-1254", "turkish"],
    ["iso-8859-10", "nordic"],
    ["iso-8859-5", "cyrillic"],
    ["windows-1251", "cyrillic"],
    ["koi8-r", "cyrillic"],
    ["koi8-u", "ukrainian"],
    ["ibm866", "cyrillic"],
    ["x-mac-cyrillic", "ukrainian"],
    ["iso-8859-7", "greek"],
    ["windows-1253", "greek"],
    ["iso-8859-8", "hebrew"],
    ["windows-1255", "hebrew"],
    ["iso-8859-6", "arabic"],
    ["windows-1256", "arabic"],
    ["windows-874", "thai"],
    ["windows-1258", "vietnamese"],
    ["shift_jis", "japanese"],
    ["euc-jp", "japanese"],
    ["gbk", "chinese"],
    ["gb18030", "chinese"],
    ["big5", "taiwanese"],
    ["euc-kr", "korean"],
  ])("%s", (encoding, language) => {
    const text = LANGUAGES[language];
    const words = encoding === "utf-8" ? bytesOf(text) : encode(text, encoding);
    const html = (meta: string): Uint8Array =>
      Uint8Array.from([
        ...bytesOf(`<!doctype html><html><head>${meta}</head><body><article><p>`),
        ...words,
        ...bytesOf("</p></article></body></html>"),
      ]);
    const declared = readSource({ file: "x", bytes: html(`<meta charset="${encoding}">`) })[0];
    const sent = readSource({ file: "x", bytes: html(""), contentType: `text/html; charset=${encoding}` })[0];
    expect(declared?.text).toBe(text);
    expect(sent?.text).toBe(declared?.text);
    expect(codes(declared!)).not.toContain("encoding-replaced");
  });

  test("iso-2022-jp, which changes its sets with escapes", () => {
    // 漁業 in JIS X 0208 between ESC $ B and ESC ( B.
    const bytes = [...bytesOf("<p>Sund "), 0x1b, 0x24, 0x42, 0x35, 0x79, 0x36, 0x48, 0x1b, 0x28, 0x42, ...bytesOf(" Havn</p>")];
    expect(readSource({ file: "x", bytes: Uint8Array.from(bytes), contentType: "text/html; charset=iso-2022-jp" })[0]?.text).toBe(
      "Sund 漁業 Havn",
    );
  });
});

describe("content types that are wrong", () => {
  const html = page(`<article><h1>Talks in Havn</h1>${paragraphs()}</article>`);
  const rss = `<rss version="2.0"><channel><title>Courier</title><item><title>Talks</title><description>${STORY[0]}</description></item></channel></rss>`;
  test.each([
    "text/plain",
    "application/octet-stream",
    "image/jpeg",
    "application/xml",
    "application/pdf",
    "text/html; charset=nonsense",
    "",
  ])("a page sent as “%s”", (contentType) => {
    expect(readSource({ file: "x", bytes: bytesOf(html), contentType })[0]?.text).toBe(STORY.join("\n\n"));
  });

  test.each(["text/html", "text/plain", "application/json"])("a feed sent as %s", (contentType) => {
    const documents = readSource({ file: "x", bytes: bytesOf(rss), contentType });
    expect(documents.map((d) => [d.file, d.title])).toEqual([["x#1", "Talks"]]);
  });

  test("a text sent as a page", () => {
    expect(readSource({ file: "x", bytes: bytesOf(STORY.join("\n\n")), contentType: "text/html" })[0]?.text).toContain(STORY[1]);
  });

  test("a gzip archive that nobody unpacked", () => {
    expect(codes(readSource({ file: "x.html", bytes: gzipSync(html), contentType: "text/html" })[0]!)).toEqual(["file-binary"]);
  });
});

describe("files that are cut off", () => {
  const whole = bytesOf(
    page(`<article><h1>Gespräche in Ålesund</h1>${paragraphs()}<p>Über Fänge sprach niemand, sagte er am Abend.</p></article>`),
  );

  test("at any byte, a page is read without a throw", () => {
    for (let end = 1; end < whole.length; end += 37) expect(readSource({ file: "x.html", bytes: whole.slice(0, end) })).toHaveLength(1);
  });

  test("in the middle of a letter, what stands before it is read", () => {
    const at = Buffer.from(whole).indexOf("Über") + 1;
    const [document] = readSource({ file: "x.html", bytes: whole.slice(0, at) });
    expect(document?.text.startsWith(STORY.join("\n\n"))).toBe(true);
  });

  test.each([
    ["in a tag", '<html><body><article><p>Text of some length stands here.</p><div class="'],
    ["in a comment", "<html><body><article><p>Text of some length stands here.</p><!-- the rest"],
    ["in a script", "<html><body><article><p>Text of some length stands here.</p><script>var a = '"],
    ["in an entity", "<html><body><article><p>Text of some length stands here.&am"],
  ])("%s", (_, html) => {
    expect(readSource({ file: "x.html", bytes: bytesOf(html) })[0]?.text).toContain("Text of some length stands here.");
  });
});

test("entities that a document type defines are never expanded", () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`).join("")}]>`;
  const document = readSource({
    file: "x.xhtml",
    bytes: bytesOf(`<?xml version="1.0"?>${bomb}<html><body><p>${STORY[0]} &j;</p></body></html>`),
  })[0];
  expect(document!.text.length).toBeLessThan(2_000);
  const file = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>${STORY[0]} [&x;]</p></body></html>`;
  expect(readSource({ file: "x.xhtml", bytes: bytesOf(file) })[0]?.text).toContain("[&x;]");
});
