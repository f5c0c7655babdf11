import { describe, expect, test } from "vitest";
import { groupsOf, wrapWidth } from "../../src/reader/plain-lines.ts";
import { read, STORY } from "./support.ts";

/** Wraps a paragraph at `width` columns. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join("\n");
}

describe("line breaks", () => {
  test("wrapped lines are joined, blank lines part paragraphs", () => {
    for (const width of [60, 72, 80]) expect(read(STORY.map((p) => wrap(p, width)).join("\n\n")).text).toBe(STORY.join("\n\n"));
  });

  test("one line a paragraph stays one line a paragraph", () => {
    expect(read(STORY.join("\n")).text).toBe(STORY.join("\n\n"));
    expect(wrapWidth(groupsOf(STORY.join("\n")))).toBeNull();
  });

  test("a short line in wrapped text ends its paragraph", () => {
    const text = `1. Opening\n${wrap(STORY[0], 72)}\n(1) ${wrap(STORY[1], 68)}\n(2) ${wrap(STORY[2], 68)}`;
    expect(read(text).text.split("\n\n")).toEqual(["1. Opening", STORY[0], `(1) ${STORY[1]}`, `(2) ${STORY[2]}`]);
  });

  test("a word broken by a hyphen at the end of a line keeps its hyphen and gets no space", () => {
    const text = `${wrap(STORY[0], 70)}\n\nThe two delegations met in the harbour master's old whitewashed brick-\nbuilt house and later in the town hall, which was opened for the day's\ntalks, and again on the quay of the old ferry in the late afternoon.`;
    expect(read(text).text).toContain("brick-built house");
  });

  test("no-break spaces and runs of spaces become one space", () => {
    expect(read("A figure of 40\u00a0% was named by   both ministers at the end of the talks in Havn.").text).toContain(
      "40 % was named by both",
    );
  });
});

describe("the head", () => {
  test("masthead, date, address and headline are read and leave the text", () => {
    const document = read(
      `THE HAVN COURIER\nTuesday 4 June 2024\nWORLD - page 3\nhttps://courier.example/2024/06/04/talks.txt\n\nMinisters open talks in Havn\n\nBy Ana Weiss\n\n${STORY.map((p) => wrap(p, 70)).join("\n\n")}`,
    );
    expect(document).toMatchObject({
      title: "Ministers open talks in Havn",
      site: "The Havn Courier",
      author: "Ana Weiss",
      url: "https://courier.example/2024/06/04/talks.txt",
      published: { value: "2024-06-04", precision: "day", source: "text" },
      text: STORY.join("\n\n"),
    });
  });

  test("fields name what they hold", () => {
    const document = read(`Subject: Talks in Havn\nDate: Mon, 3 Jun 2024 18:05:00 +0200\nSource: Havn Courier\n\n${STORY.join("\n\n")}`);
    expect(document).toMatchObject({ title: "Talks in Havn", site: "Havn Courier", published: { value: "2024-06-03T18:05:00+02:00" } });
  });

  test("a mail gives its subject, sender and date", () => {
    const mail = `Received: by mail.example\nFrom: "Havn Courier" <news@courier.example>\nTo: list@courier.example\nSubject: Talks in Havn\nDate: Mon, 3 Jun 2024 18:05:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n`;
    expect(read(mail + STORY.join("\n\n"))).toMatchObject({
      title: "Talks in Havn",
      site: "Havn Courier",
      published: { value: "2024-06-03T18:05:00+02:00" },
      text: STORY.join("\n\n"),
    });
  });

  test("title and date lines before lines of text", () => {
    const document = read(`Ministers open talks in Havn\nJune 3, 2024\n${STORY.join("\n")}`);
    expect(document).toMatchObject({ title: "Ministers open talks in Havn", published: { value: "2024-06-03" }, text: STORY.join("\n\n") });
  });

  test("a text that starts with running text has no head", () => {
    const document = read(STORY.join("\n\n"));
    expect(document.title).toBeNull();
    expect(document.removals).toEqual([]);
  });

  test("a short line that comes twice is the headline", () => {
    const document = read(`${STORY[0]}\nMinisters Open Talks In Havn\n\nMinisters Open Talks In Havn\n${STORY[1]}\n${STORY[2]}`);
    expect(document.title).toBe("Ministers Open Talks In Havn");
    expect(document.text).toBe(STORY.join("\n\n"));
  });
});

describe("the foot", () => {
  test("a mail signature is cut and reported", () => {
    const document = read(`${STORY.join("\n\n")}\n\n-- \nYou get this mail because you asked for it.\nTo stop it, answer STOP.`);
    expect(document.text).toBe(STORY.join("\n\n"));
    expect(document.removals).toContainEqual({
      step: "signature",
      reason: "foot of a mail",
      text: "You get this mail because you asked for it.\nTo stop it, answer STOP.",
    });
  });

  test("end marks go, with the initials after them", () => {
    expect(read(`${STORY.join("\n\n")}\n\n***\n\nAB/CD`).text).toBe(STORY.join("\n\n"));
    expect(read(`${STORY.join("\n\n")}\n\n(END)`).text).toBe(STORY.join("\n\n"));
  });

  test("a rule between two long parts cuts neither", () => {
    expect(read(`${STORY.join("\n\n")}\n\n* * *\n\n${STORY.map((p) => p.replace(/Havn|Monday/g, "Oslo")).join("\n\n")}`).text).toContain(
      "Oslo",
    );
  });

  test("a note in square brackets at either end is no text", () => {
    expect(read(`[Translated from the Norlandic]\n\n${STORY.join("\n\n")}\n\n[Photographs on request]`).text).toBe(STORY.join("\n\n"));
  });
});
