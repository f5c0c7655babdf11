// Maps a stream with several tasks under way and gives the results in the order of the input.

/** Results of `work` over `items`, in order; at most `limit` tasks are under way or waiting to be taken, so memory stays bounded. */
export async function* ordered<I, O>(items: AsyncIterable<I>, limit: number, work: (item: I) => Promise<O> | O): AsyncGenerator<O> {
  const pending: Promise<O>[] = [];
  for await (const item of items) {
    const result = Promise.resolve().then(() => work(item));
    // A failure is thrown where the result is taken, in order; until then it must not count as unhandled.
    result.catch(() => {});
    pending.push(result);
    if (pending.length >= limit) yield await pending.shift()!;
  }
  while (pending.length > 0) yield await pending.shift()!;
}
