// Lines of plain text → paragraphs: whether line breaks are wrapping or meaning is told from the lengths of the lines.

/** Longest line that hard-wrapped text has; mail and government releases wrap at 65 to 80. */
const WIDEST_WRAP = 110;

const ENUMERATION = /^(?:\(?\d{1,3}[.)]|\([a-z]\)|[a-z][.)]|[-*•–—])\s+\S/;

export interface Paragraph {
  readonly text: string;
  /** Number of the group of lines between blank lines it comes from. */
  readonly group: number;
}

/**
 * The width at which the text is hard-wrapped, or null when each line is a paragraph. Text is wrapped when it has several lines
 * that are followed by another in their group, nine in ten lines are not very long (an address can stick out), and most of them end
 * because the next word would not have fitted.
 */
export function wrapWidth(groups: readonly (readonly string[])[]): number | null {
  const lengths = groups.flat().map((line) => line.length);
  lengths.sort((a, b) => a - b);
  const widest = lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * 0.9))] ?? 0;
  if (widest > WIDEST_WRAP || widest < 30) return null;
  let inner = 0;
  let full = 0;
  for (const group of groups) {
    for (let i = 0; i + 1 < group.length; i++) {
      inner++;
      if (isFull(group[i]!, group[i + 1]!, widest)) full++;
    }
  }
  return inner >= 2 && full >= 0.5 * inner ? widest : null;
}

/** Whether the first word of `next` would not have fitted at the end of `line`. */
function isFull(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  // Ragged right margins: editors break up to six columns before the widest line of a text.
  return line.length + 1 + word > width - 6;
}

/** Groups lines between blank lines, trimmed. */
export function groupsOf(text: string): string[][] {
  const groups: string[][] = [];
  let current: string[] = [];
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\f\v]/)) {
    const line = raw.replace(/\s+/g, " ").trim();
    if (line) current.push(line);
    else if (current.length > 0) {
      groups.push(current);
      current = [];
    }
  }
  if (current.length > 0) groups.push(current);
  return groups;
}

/** Joins wrapped lines; a line that is short though the next word would have fitted ends its paragraph, and so does an enumeration mark. */
export function paragraphsOf(groups: readonly (readonly string[])[]): Paragraph[] {
  const width = wrapWidth(groups);
  const paragraphs: Paragraph[] = [];
  for (const [number, group] of groups.entries()) {
    let text = "";
    for (const [i, line] of group.entries()) {
      const before = group[i - 1];
      const joins =
        before !== undefined && width !== null && isFull(before, line, width) && !ENUMERATION.test(line) && !/^https?:\/\//.test(line);
      if (joins) text += /[\p{Ll}]-$/u.test(text) && /^\p{Ll}/u.test(line) ? line : ` ${line}`;
      else {
        if (text) paragraphs.push({ text, group: number });
        text = line;
      }
    }
    if (text) paragraphs.push({ text, group: number });
  }
  return paragraphs;
}
