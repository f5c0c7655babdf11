// Answers kept: a question about a token is worked out once for each tree or context it is asked of, and forgotten with it.

/** `answer`, kept for each token of each tree or context. The answer must depend on nothing else, and nobody may change it. */
export function oncePer<O extends object, T>(answer: (of: O, token: number) => T): (of: O, token: number) => T {
  const known = new WeakMap<O, Map<number, T>>();
  return (of, token) => {
    let answers = known.get(of);
    if (answers === undefined) {
      answers = new Map();
      known.set(of, answers);
    }
    let found = answers.get(token);
    if (found === undefined) {
      found = answer(of, token);
      answers.set(token, found);
    }
    return found;
  };
}
