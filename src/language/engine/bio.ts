// Names tags by Viterbi over BIO: an inside tag only follows the begin or inside tag of its type.

/** For each tag, the tags it may follow; the first token may not carry an inside tag. */
export function predecessors(tags: readonly string[]): number[][] {
  return tags.map((tag) =>
    tags.flatMap((before, i) => (tag.startsWith("I-") && !(before.length > 1 && before.slice(2) === tag.slice(2)) ? [] : [i])),
  );
}

/** The best allowed tag sequence for the scores [token][tag]. */
export function bestTags(scores: readonly Float32Array[], tags: readonly string[], allowed: readonly (readonly number[])[]): string[] {
  const back: Int32Array[] = [];
  let totals = new Float64Array(tags.length);
  scores.forEach((row, i) => {
    const next = new Float64Array(tags.length);
    const from = new Int32Array(tags.length);
    for (let t = 0; t < tags.length; t++) {
      let best = Number.NEGATIVE_INFINITY;
      if (i === 0) {
        if (!tags[t]!.startsWith("I-")) best = 0;
      } else {
        for (const p of allowed[t]!) {
          if (totals[p]! > best) {
            best = totals[p]!;
            from[t] = p;
          }
        }
      }
      next[t] = best + row[t]!;
    }
    totals = next;
    back.push(from);
  });
  let best = 0;
  for (let t = 1; t < tags.length; t++) if (totals[t]! > totals[best]!) best = t;
  const out: string[] = [];
  for (let i = scores.length - 1; i >= 0; i--) {
    out.unshift(tags[best]!);
    best = back[i]![best]!;
  }
  return out;
}
