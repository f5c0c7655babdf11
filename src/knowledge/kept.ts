// Results kept by key, so many at most: what the resolver works out again and again whatever the day.

/** A bounded memory of a function of one string. When it is full all is forgotten. */
export class Kept<V> {
  readonly #known = new Map<string, V>();
  readonly #most: number;

  /** `most` is how many results are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The result for `key`: kept, else made by `make`, which must depend on the key alone. */
  get(key: string, make: (key: string) => V): V {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(key, made);
    return made;
  }

  /** Forgets all. */
  clear(): void {
    this.#known.clear();
  }
}
