// What each feed has given: texts in all, and texts whose claims name certain states.
import type { Connection } from "../driver.ts";
import { momentOf } from "../facts.ts";
import type { FeedCoverage } from "./types.ts";

// SQLite gives `published` of the row that has the latest instant: times with different offsets cannot be compared as text.
const GIVEN = `SELECT f.url, count(d.key) AS texts, max(d.published_instant) AS instant, d.published AS last
  FROM feeds f LEFT JOIN feed_documents fd ON fd.feed = f.url LEFT JOIN documents d ON d.key = fd.document GROUP BY f.url ORDER BY f.url`;

const ABOUT = `SELECT fd.feed, count(*) AS texts, max(d.published_instant) AS instant, d.published AS last
  FROM feed_documents fd JOIN documents d ON d.key = fd.document
  WHERE (SELECT count(*) FROM document_states s WHERE s.document = d.key AND s.state IN (SELECT value FROM json_each(?))) = ?
    AND (? IS NULL OR d.published_instant >= ?) GROUP BY fd.feed`;

/** For each feed, how many of its texts there are, and how many of them name all of `states` and were published since a day. */
export function coverage(db: Connection, states: readonly string[], since: string | null): readonly FeedCoverage[] {
  const wanted = [...new Set(states)];
  // A bare date counts to its end elsewhere; here a text of the first day is meant too.
  const from = since === null ? null : momentOf(/T/.test(since) ? since : `${since}T00:00:00Z`);
  const about = new Map(
    db
      .statement(ABOUT)
      .all(JSON.stringify(wanted), wanted.length, from, from)
      .map((row) => [row.feed as string, row] as const),
  );
  return db
    .statement(GIVEN)
    .all()
    .map((row) => {
      const found = about.get(row.url as string);
      return {
        url: row.url as string,
        texts: Number(row.texts),
        last: row.last as string | null,
        about: Number(found?.texts ?? 0),
        lastAbout: (found?.last ?? null) as string | null,
      };
    });
}
