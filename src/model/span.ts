// Spans: half-open ranges of UTF-16 offsets into a document's frozen text, and evidence, a span with its quoted words.

/** Half-open range `[start, end)` of UTF-16 code units in `Document.text`; `0 <= start <= end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A span together with the words it covers: a W3C Web Annotation TextPositionSelector (`start`, `end`)
 * and TextQuoteSelector (`quote`, the exact text) in one.
 */
export interface Evidence extends Span {
  readonly quote: string;
}

/** The words of `span` in `text`. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/**
 * Evidence for `span` in `text`, with white space at both ends left out.
 * @throws RangeError when the span does not lie inside the text.
 */
export function evidenceOf(text: string, span: Span): Evidence {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
    throw new RangeError(`span [${span.start}, ${span.end}) lies outside a text of ${text.length} UTF-16 units`);
  }
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end, quote: text.slice(start, end) };
}

/** Whether the quoted words stand in the text at the place the evidence names. */
export function holds(text: string, evidence: Evidence): boolean {
  return evidence.quote.length > 0 && text.slice(evidence.start, evidence.end) === evidence.quote;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` covers all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
