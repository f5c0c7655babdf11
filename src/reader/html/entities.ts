// Character references that were escaped twice, as many publishing systems do: `Sudia&amp;#8217;s` on the page reads `Sudia&#8217;s`.
import { parsePage, textOf } from "./dom.ts";

const ENTITY =
  /&(?:amp|quot|apos|lt|gt|nbsp|hellip|[lr][sd]quo|[mn]dash|euro|pound|[a-zA-Z](?:acute|grave|circ|uml|tilde|cedil)|#\d{2,6}|#x[\da-fA-F]{2,5});/;

/** `text` with the character references that it shows read once more; text without any is returned as it is. */
export function unescapeAgain(text: string): string {
  return ENTITY.test(text) ? textOf(parsePage(text.replace(/</g, "&lt;"))) : text;
}
