// The best tree with exactly one root for a matrix of arc scores (Chu-Liu 1965, Edmonds 1967).

/** So much less for an arc from the root that an optimal tree has one such arc only. */
const ROOT_PENALTY = 1e6;
const NEVER = -1e18;

/** Nodes of a cycle among heads, node 0 being the root, or undefined. */
function cycleOf(heads: Int32Array): number[] | undefined {
  const seen = new Uint8Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = [];
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = 1;
      path.push(node);
      node = heads[node]!;
    }
    if (node !== 0 && seen[node] === 1) return path.slice(path.indexOf(node));
    for (const p of path) seen[p] = 2;
  }
  return undefined;
}

/** Head of each node of the best arborescence; scores are [dependent][head] over n nodes, node 0 the root. */
function arborescence(scores: Float64Array, n: number): Int32Array {
  const heads = new Int32Array(n);
  for (let d = 1; d < n; d++) {
    let best = 0;
    for (let h = 1; h < n; h++) if (scores[d * n + h]! > scores[d * n + best]!) best = h;
    heads[d] = best;
  }
  const cycle = cycleOf(heads);
  if (!cycle) return heads;
  const inside = new Set(cycle);
  const outer: number[] = [];
  for (let i = 0; i < n; i++) if (!inside.has(i)) outer.push(i);
  // Contract the cycle into the last node of a smaller graph; remember the best member for each arc out of and into it.
  const m = outer.length;
  const size = m + 1;
  const small = new Float64Array(size * size).fill(NEVER);
  const leaver = new Int32Array(m);
  const enterer = new Int32Array(m);
  const held = cycle.map((c) => scores[c * n + heads[c]!]!);
  for (let i = 0; i < m; i++) {
    const node = outer[i]!;
    const row = node * n;
    for (let j = 0; j < m; j++) small[i * size + j] = scores[row + outer[j]!]!;
    let leaving = NEVER;
    let entering = NEVER;
    let leave = 0;
    let enter = 0;
    for (let k = 0; k < cycle.length; k++) {
      const c = cycle[k]!;
      const out = scores[row + c]!;
      if (out > leaving || leave === 0) {
        leaving = out;
        leave = c;
      }
      const into = scores[c * n + node]! - held[k]!;
      if (into > entering || enter === 0) {
        entering = into;
        enter = c;
      }
    }
    small[i * size + m] = leaving;
    small[m * size + i] = entering;
    leaver[i] = leave;
    enterer[i] = enter;
  }
  const solved = arborescence(small, size);
  for (let i = 1; i < m; i++) {
    const h = solved[i]!;
    heads[outer[i]!] = h === m ? leaver[i]! : outer[h]!;
  }
  const entry = solved[m]!;
  heads[enterer[entry]!] = outer[entry]!;
  return heads;
}

/**
 * Heads of n tokens, 0 for the root and else 1-based, from scores [token][head] with rows of `width` numbers,
 * head 0 being the root. Always a tree with one root.
 */
export function bestTree(arcs: Float32Array, n: number, width: number): number[] {
  const heads: number[] = [];
  let roots = 0;
  for (let d = 0; d < n; d++) {
    let best = 0;
    for (let h = 0; h <= n; h++) if (h !== d + 1 && arcs[d * width + h]! > arcs[d * width + best]!) best = h;
    heads.push(best);
    if (best === 0) roots++;
  }
  if (roots === 1 && !cycleOf(Int32Array.from([0, ...heads]))) return heads;
  const size = n + 1;
  const scores = new Float64Array(size * size).fill(NEVER);
  for (let d = 1; d <= n; d++) {
    for (let h = 0; h <= n; h++) if (h !== d) scores[d * size + h] = arcs[(d - 1) * width + h]! - (h === 0 ? ROOT_PENALTY : 0);
  }
  return [...arborescence(scores, size).subarray(1)];
}
