import { describe, expect, test } from "vitest";
import { LINES, lineRow } from "../../src/reader/html/lines.ts";
import { KIND_ROWS, kindOf } from "../../src/reader/kind.ts";
import { detectLanguage } from "../../src/reader/language.ts";
import { wordCount } from "../../src/reader/whitespace.ts";
import { codes, page, read, STORY } from "./support.ts";

describe("languages", () => {
  test.each([
    ["en", STORY.join(" ")],
    [
      "de",
      "Die Außenminister der beiden Länder haben sich am Montag in der Hafenstadt getroffen und über die Fangquoten gesprochen, die für das nächste Jahr gelten.",
    ],
    [
      "fr",
      "Les ministres des deux pays se sont rencontrés lundi dans le port pour parler des quotas de pêche qui sont en vigueur depuis le printemps.",
    ],
    [
      "es",
      "Los ministros de los dos países se reunieron el lunes en el puerto para hablar de las cuotas de pesca que están en vigor desde la primavera.",
    ],
    [
      "it",
      "I ministri dei due paesi si sono incontrati lunedì nel porto per parlare delle quote di pesca che sono in vigore dalla primavera, ha detto il portavoce.",
    ],
    [
      "pt",
      "Os ministros dos dois países reuniram-se na segunda-feira no porto para falar das quotas de pesca que estão em vigor desde a primavera.",
    ],
    [
      "nl",
      "De ministers van de twee landen hebben elkaar maandag in de haven ontmoet en over de vangstquota gesproken die voor het volgende jaar gelden.",
    ],
    [
      "pl",
      "Ministrowie obu krajów spotkali się w poniedziałek w porcie, aby rozmawiać o kwotach połowowych, które nie są na razie znane, a po rozmowach było śniadanie.",
    ],
    ["ru", "Министры двух стран встретились в понедельник в порту и говорили о квотах."],
    ["ja", "両国の外相は月曜日に港町で会談し、漁獲枠について話し合いました。共同声明が準備されています。"],
    ["zh", "两国外长周一在港口城市举行会谈，讨论捕鱼配额问题。双方正在起草联合声明。"],
    ["ar", "اجتمع وزيرا خارجية البلدين يوم الاثنين في المدينة الساحلية لبحث حصص الصيد"],
  ])("%s is told by its words", (tag, text) => {
    expect(detectLanguage(text)).toBe(tag);
  });

  test("a long text in a language that is not known is no English", () => {
    const text =
      "Bi herrialdeetako ministroak astelehenean portuan bildu ziren arrantza kuotei buruz hitz egiteko eta ez zuten akordiorik lortu. ".repeat(
        4,
      );
    expect(detectLanguage(text)).toBe("und");
    expect(codes(read(page(`<p>${text}</p>`, "", 'lang="en"')))).toContain("language-unsupported");
  });

  test("a few names and figures tell no language", () => {
    expect(detectLanguage("Havn 12, Oslo 4")).toBeNull();
    expect(detectLanguage("")).toBeNull();
  });

  test("the words outweigh the page's own label, which refines them", () => {
    expect(read(page(`<p>${STORY.join("</p><p>")}</p>`, "", 'lang="de"')).language).toBe("en");
    expect(read(page(`<p>${STORY.join("</p><p>")}</p>`, "", 'lang="en_gb"')).language).toBe("en-GB");
  });

  test("a text in another language says so", () => {
    const document = read(
      "Die Außenminister der beiden Länder haben sich am Montag in der Hafenstadt getroffen und über die Fangquoten gesprochen.",
    );
    expect(codes(document)).toContain("language-unsupported");
    expect(document.problems[0]?.message).toContain("German");
  });
});

describe("kinds", () => {
  const kind = (title: string | null, url: string | null = null, sections: string[] = [], text = STORY[0] as string, teaser = false) =>
    kindOf({ title, url, sections, text, teaser });

  test.each(KIND_ROWS.flatMap((row) => row.examples.map((example) => [row.kind, example] as const)))("%s: %s", (expected, title) => {
    expect(kind(title)).toBe(expected);
  });

  test.each([
    ["Ministers open talks in Havn", "news"],
    ["Leaders issue joint statement after talks in Havn", "news"],
    ["Sudia Rejects Declaration of Norland", "news"],
    ["Opinion is divided on the strait", "news"],
    ["The minister's remarks stir anger in Sudia", "news"],
    ["Norland - Sudia Joint Declaration on Fisheries", "statement"],
    ["Prime Minister's meeting with the King of Norland", "readout"],
    ["Meeting of President Sol with the Chancellor of Norland", "readout"],
    ["Telephone conversation with the President of Sudia", "readout"],
    ["Remarks by the Minister in Joint Statements to the Press", "remarks"],
  ] as const)("“%s” is %s", (title, expected) => {
    expect(kind(title)).toBe(expected);
  });

  test("address and section tell where the title does not", () => {
    expect(kind("Sell the boats", "https://courier.example/opinion/2024/sell-the-boats")).toBe("opinion");
    expect(kind("Sell the boats", null, ["Opinion"])).toBe("opinion");
    expect(kind("Havn beats Oslo", "https://courier.example/sports/handball/havn")).toBe("other");
    expect(kind("Ferry talks", "https://courier.example/corrections/2024/ferry")).toBe("correction");
    expect(kind("The joint declaration was a mistake", "https://courier.example/opinion/x")).toBe("opinion");
    expect(kind("Talks", "https://opinion.example/news/talks")).toBe("news");
  });

  test("a short teaser is other, a short correction stays", () => {
    expect(kind("Talks in Havn", null, [], "Ministers met on Monday.", true)).toBe("other");
    expect(kind("Correction: Talks in Havn", null, [], "They met on Tuesday.", true)).toBe("correction");
  });
});

describe("lines that are no text", () => {
  test.each(LINES.flatMap((row) => row.examples.map((example) => [row.step, example] as const)))("%s: %s", (step, example) => {
    expect(lineRow(example, wordCount(example))?.step).toBe(step);
  });

  test.each([
    "Sign language was used at the talks.",
    "Reading the statement took the minister ten minutes.",
    "Share prices fell in Havn after the talks.",
    "Related talks on salmon were put off.",
    "Advertising in the port has been banned since 2019.",
    "Ends of the net were found on Monday.",
    "Comments by the minister angered Sudia.",
    "Support for the plan fell to 40 percent.",
    "Join the alliance or leave the strait, he told them.",
    "Photographs of the boats were shown to the court.",
    "By Monday evening, the Coast Guard had left Havn.",
    "By Ana Weiss's count, nine boats were lost",
    "12",
    "Continue reading the treaty, he said.",
    "Enjoy what the sea gives you, said the mayor.",
  ])("“%s” is text", (line) => {
    expect(lineRow(line, wordCount(line))).toBeNull();
  });
});
