// Names tags by Viterbi over BIO: an inside tag only follows the begin or inside tag of its type.

/** For each tag, the tags it may follow; the first token may not carry an inside tag. */
export function predecessors(tags: readonly string[]): number[][] {
  return tags.map((tag) =>
    tags.flatMap((before, i) => (tag.startsWith("I-") && !(before.length > 1 && before.slice(2) === tag.slice(2)) ? [] : [i])),
  );
}

/** The best allowed tag sequence for the scores [token][tag], row-major. */
export function bestTags(scores: Float32Array, tags: readonly string[], allowed: readonly (readonly number[])[]): string[] {
  const size = tags.length;
  const tokens = scores.length / size;
  const back = new Uint8Array(scores.length);
  let totals = new Float64Array(size);
  let next = new Float64Array(size);
  for (let i = 0; i < tokens; i++) {
    for (let t = 0; t < size; t++) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      if (i === 0) {
        if (!tags[t]!.startsWith("I-")) best = 0;
      } else {
        for (const p of allowed[t]!) {
          if (totals[p]! > best) {
            best = totals[p]!;
            from = p;
          }
        }
      }
      next[t] = best + scores[i * size + t]!;
      back[i * size + t] = from;
    }
    [totals, next] = [next, totals];
  }
  let best = 0;
  for (let t = 1; t < size; t++) if (totals[t]! > totals[best]!) best = t;
  const out: string[] = new Array(tokens);
  for (let i = tokens - 1; i >= 0; i--) {
    out[i] = tags[best]!;
    best = back[i * size + best]!;
  }
  return out;
}
