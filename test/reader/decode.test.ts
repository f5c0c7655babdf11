import { describe, expect, test } from "vitest";
import { decode } from "../../src/reader/decode.ts";
import { readSource } from "../../src/reader/read-source.ts";
import { codes } from "./support.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("bytes are decoded as what they are", () => {
  test("a byte order mark wins over the declaration", () => {
    const { text, encoding } = decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8("<meta charset=windows-1252>é")]));
    expect(encoding).toBe("UTF-8");
    expect(text.endsWith("é")).toBe(true);
  });

  test("UTF-16 with and without a mark", () => {
    const units = [...'<html lang="en"><p>Ministers'].flatMap((c) => [c.charCodeAt(0), 0]);
    expect(decode(Uint8Array.from([0xff, 0xfe, ...units])).text).toContain("Ministers");
    expect(decode(Uint8Array.from(units)).text).toContain("Ministers");
  });

  test("UTF-8 that calls itself latin-1 is UTF-8", () => {
    expect(decode(utf8('<meta charset="iso-8859-1">café')).text).toContain("café");
    expect(decode(utf8("café"), "text/html; charset=windows-1252").text).toBe("café");
  });

  test("windows-1252 that calls itself UTF-8 keeps its quotation marks", () => {
    const { text, replaced } = decode(
      latin('<meta charset="utf-8"><p>\x93No number was put to me,\x94 said the minister\x92s aide \x97 twice.</p>'),
    );
    expect(text).toContain("“No number was put to me,” said the minister’s aide — twice.");
    expect(replaced).toBe(0);
  });

  test("windows-1252 that declares nothing", () => {
    expect(decode(latin("The \x80500 million \x93plan\x94 of the ministry in Malm\xf6 and K\xf8benhavn.")).text).toContain(
      "€500 million “plan”",
    );
  });

  test.each([
    ["windows-1251", [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0], "Москва"],
    ["shift_jis", [0x93, 0x8c, 0x8b, 0x9e], "東京"],
    ["euc-kr", [0xbc, 0xad, 0xbf, 0xef], "서울"],
    ["gb18030", [0xb1, 0xb1, 0xbe, 0xa9], "北京"],
    ["big5", [0xa5, 0x78, 0xa5, 0x5f], "台北"],
    ["iso-8859-2", [0xb1, 0xe6], "ąć"],
  ])("declared %s", (label, bytes, expected) => {
    expect(decode(Uint8Array.from([...utf8(`<meta charset="${label}">`), ...bytes])).text).toContain(expected);
    expect(decode(Uint8Array.from(bytes), `text/html; charset=${label}`).text).toBe(expected);
  });

  test("an XML declaration names the encoding of a feed", () => {
    expect(decode(Uint8Array.from([...utf8('<?xml version="1.0" encoding="windows-1251"?><rss>'), 0xcc, 0xe8, 0xf0])).text).toContain(
      "Мир",
    );
  });

  test("a meta tag cut off after charset declares nothing and breaks nothing", () => {
    expect(decode(utf8('<meta http-equiv="content-type" content="text/html; charset"><p>é')).text).toContain("é");
  });
});

test("invalid bytes are replaced, counted and reported", () => {
  const bytes = Uint8Array.from([...utf8("<p>Ministers met in Malmö, Århus and Kraków — again.</p> "), 0xff, 0xfe, ...utf8(" more text")]);
  const [document] = readSource({ file: "odd.html", bytes });
  expect(codes(document!)).toContain("encoding-replaced");
  expect(document?.problems.find((p) => p.code === "encoding-replaced")?.message).toContain("2 bytes");
});
