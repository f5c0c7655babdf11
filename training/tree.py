"""The best single-rooted tree of an arc score matrix (Chu-Liu/Edmonds)."""
import numpy as np


def cycle_of(heads):
    """Nodes of one cycle among heads (node 0 is the root), or None."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node and state[node] == 1:
            return path[path.index(node):]
        for node in path:
            state[node] = 2
    return None


def arborescence(scores):
    """scores[d, h] with node 0 as root; heads with heads[0] = 0."""
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = cycle_of(heads.tolist())
    if cycle is None:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    outer = np.where(~inside)[0]
    c = np.array(cycle)
    m = len(outer)
    small = np.full((m + 1, m + 1), -1e18)
    small[:m, :m] = scores[np.ix_(outer, outer)]
    leave = scores[np.ix_(outer, c)]
    small[:m, m] = leave.max(1)
    enter = scores[np.ix_(c, outer)] - scores[c, heads[c]][:, None]
    small[m, :m] = enter.max(0)
    small[m, m] = small[0, m] = -1e18
    solved = arborescence(small)
    out = heads.copy()
    for i in range(1, m):
        h = solved[i]
        out[outer[i]] = c[leave[i].argmax()] if h == m else outer[h]
    h = solved[m]
    entry = enter[:, h].argmax()
    out[c[entry]] = outer[h]
    return out


def best_tree(arcs):
    """Heads (0 = root) of arcs[dependent, head], head column 0 the root; exactly one root."""
    n = len(arcs)
    scores = np.full((n + 1, n + 1), -1e18)
    scores[1:] = arcs
    scores[1:, 0] -= 1e6
    scores[np.arange(n + 1), np.arange(n + 1)] = -1e18
    return arborescence(scores)[1:].tolist()
