"""Word features: the vector row, hashed affixes and shape, hashed character n-grams.

The runtime repeats these in src/language/engine/features.ts; the two must agree to the bit.
"""
import re
import unicodedata

# Rows of each hashed table; row 0 is padding.
TABLES = {"word": 10000, "prefix": 3000, "suffix2": 1500, "suffix4": 5000, "shape": 1200}
GRAM_ROWS = 16000
GRAM_LENGTHS = (3, 4, 5)
MAX_GRAMS = 24
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "\u2011": "-"})


def fnv(text, seed):
    """32-bit FNV-1a over the UTF-8 bytes, started from the seed."""
    h = (2166136261 ^ seed) & 0xFFFFFFFF
    for byte in text.encode("utf8", "replace"):
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    # a final mix: the low bits of FNV-1a are weak for short strings
    h ^= h >> 15
    h = (h * 0x2C1B3C6D) & 0xFFFFFFFF
    return h ^ (h >> 13)


def bucket(text, seed, rows):
    return fnv(text, seed) % (rows - 1) + 1


def char_class(c):
    kind = unicodedata.category(c)
    if kind in ("Lu", "Lt"):
        return "X"
    if kind[0] == "L":
        return "x"
    return "d" if kind == "Nd" else c


def shape(word):
    """Character classes with runs cut at three: "Ishiba" → "Xxxx", "2025" → "ddd"."""
    out, run = [], 0
    for c in word:
        k = char_class(c)
        run = run + 1 if out and out[-1] == k else 1
        if run <= 3:
            out.append(k)
        if len(out) >= 16:
            break
    return "".join(out)


def lower(word):
    """Lower case letter by letter (no context rules), quotes and dashes made plain."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word).translate(PLAIN)


def vector_key(low, known):
    """The key under which a word's vector is found, or None."""
    if low in known:
        return low
    zero = re.sub(r"[0-9]", "0", low)
    if zero in known:
        return zero
    tail = low.rsplit("-", 1)[-1]
    return tail if tail in known else None


def grams(low):
    """Character n-grams of <word>, at most MAX_GRAMS of them, as rows of the n-gram table."""
    chars = list("<" + low[:28] + ">")
    out = []
    for n in GRAM_LENGTHS:
        for i in range(len(chars) - n + 1):
            out.append(bucket("".join(chars[i:i + n]), 7, GRAM_ROWS))
    return out[:MAX_GRAMS]


def feature_rows(word):
    """Rows in the hashed tables, in the order of TABLES."""
    low = lower(word)
    chars = list(low)
    parts = (low, "".join(chars[:3]), "".join(chars[-2:]), "".join(chars[-4:]), shape(word))
    return [bucket(p, i + 1, rows) for i, (p, rows) in enumerate(zip(parts, TABLES.values()))]
