// Lines inside an article that are none of its text: rows that name them by their words.

export interface LineRow {
  readonly step: string;
  readonly reason: string;
  readonly pattern: RegExp;
  /** The line is longer than this many words: it is text after all. */
  readonly words: number;
  readonly examples: readonly string[];
}

/** Rows in the order tried; the first that fits names the removal. Patterns are linear and anchored. */
export const LINES: readonly LineRow[] = [
  {
    step: "advert",
    reason: "advertisement",
    pattern:
      /^(?:advertisements?|adverts?|ads?|anzeige|werbung|publicité|publicidad|sponsored(?: content| by)?|paid post|promoted)\b(?:\s*[:·|–—-].*|\s*)$|^(?:(?:story|article|content|text) continues (?:below|after)\b.{0,40}|continue reading(?: (?:below|the (?:story|article|main story)|this (?:story|article)))?|scroll (?:down )?to continue(?: reading)?|der artikel wird nach .{0,40} fortgesetzt|la suite après .{0,30})$/i,
    words: 30,
    examples: [
      "ADVERTISEMENT",
      "Advertisement · Scroll down to go on",
      "Sponsored: ten shoes that you will want",
      "Story continues below this advertisement",
    ],
  },
  {
    step: "related",
    reason: "pointer to another text",
    pattern:
      /^(?:also read|read also|read more|read next|read this|see also|related(?: articles?| stories| news| coverage)?|more on this|more from|more stories|more news|recommended|don['’]t miss|must read|watch(?: now| this| live)?|listen|click here|lesen sie auch|mehr zum thema|related \p{L}{3,12}(?=:)|lire aussi|à lire aussi|lee también|leia também|leggi anche|lees ook)\b\s*(?:[:|»>–—-].*|(?:in|on|about|at)\b.{0,80}|…|\.\.\.)?$|^(?:follow|see|more|find|read) .{0,80}\bcoverage\b.{0,60}\bhttps?:\/\/\S+$/iu,
    words: 30,
    examples: [
      "ALSO READ | Harbour strike enters a third week",
      "Read more: The bridge that nobody wanted",
      "Related Articles",
      "Related guide: Ferries of the north",
      "Follow the agency's coverage of ports at https://news.example/ports",
    ],
  },
  {
    step: "promotion",
    reason: "newsletter, subscription or promotion",
    pattern:
      /^(?=.{0,300}\b(?:newsletters?|inbox|mailing list)\b)(?=.{0,300}\b(?:sign up|subscribe|register|delivered|free|get|straight|direct(?:ly)?)\b).{0,300}$|^.{0,300}\bclick (?:here )?(?:to (?:subscribe|sign up|donate|support)|for (?:more|further) information)\b.{0,60}$|^(?:please )?(?:sign up|subscribe|register (?:now|today|here|for free)|join (?:us|our|now|today|\d)|follow .{1,60} on (?:instagram|facebook|twitter|x|youtube|telegram|whatsapp|linkedin)\b|(?:please )?follow (?:us|me|our|@|and like)|like us|download (?:the|our)\b.{0,30}\bapp|get (?:the|our)\b.{0,40}\b(?:app|updates)|become a (?:member|subscriber|supporter)|support (?:us|our (?:journalism|work))|donate (?:now|today|here|to us)|log in|already a (?:subscriber|member))\b.{0,160}$|^(?:like|love|enjoy)(?:ed)? (?:this|what|our)\b.{0,60}\?.{0,80}$/i,
    words: 45,
    examples: [
      "Sign up for our weekly letter from the capital",
      "Subscribe now at half the price",
      "Follow us on Mastodon",
      "Enjoyed this piece? Tell a friend!",
    ],
  },
  {
    step: "share",
    reason: "share or print buttons",
    pattern:
      /^(?:share|tweet|email|e-mail|print|whatsapp|facebook|twitter|linkedin|copy link|pin it|reddit|telegram|save)(?:[\W\d]+(?:this|article|story|on|via|now|share|tweet|email|print|whatsapp|facebook|twitter|linkedin|pinterest|reddit|telegram|fb|tw|wa))*[\W\d]*$/i,
    words: 14,
    examples: ["Share this article", "Share on Facebook", "Email Print"],
  },
  {
    step: "byline",
    reason: "author or agency line",
    pattern:
      /^\(?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|translated|reported|written|edited) by\b.{0,200}|with (?:agency )?inputs?(?: from)?\b.{0,60}|from (?:our|the) (?:wire|news) (?:services?|desk)|with (?:files|reporting|material) from\b.{0,80}|our standards:.{0,80}|by staff (?:reporter|writer)s?|[\p{L} .,'’-]{3,200} contributed (?:to this (?:report|story|article)|from|reporting)\b.{0,60})\)?\.?$/iu,
    words: 40,
    examples: [
      "(Reporting by Ana Weiss in Bern; editing by Paul Lund)",
      "With inputs from agencies",
      "Mara Lind contributed to this report.",
    ],
  },
  {
    step: "end-mark",
    reason: "mark of the end of a text",
    pattern: /^(?:[#*_=~·•\s-]{2,}|\(?-?\s*(?:30|ends?|end)\s*-?\)?|###.*)$/i,
    words: 3,
    examples: ["###", "***", "(END)", "-30-"],
  },
  {
    step: "caption",
    reason: "credit of a picture",
    pattern:
      /^\(?(?:(?:photo|photos|photograph|image|images|picture|pictures|credit|photo credit|image credit|file photo|foto|fotos|bild|illustration|video|source image)\s*(?:by\b|:|\/|©).{0,300}|©.{0,120}|image \d+ of \d+|(?:image|media) (?:copyright|caption|source|playback)\b.{0,200}|(?:hide |toggle |enlarge )?(?:caption|image)|close|loading(?:\.{3}|…)?|view gallery|[^.:]{0,80}(?:\/|\bvia |^)\s?(?:getty images|getty|reuters|afp|ap photo|ap|shutterstock|istock|bloomberg|epa|dpa)(?:\/.{0,60})?|.{0,200}\((?:image|photo|picture|pic|credit|foto)s?: [^()]{1,60}\))\)?$/i,
    words: 45,
    examples: ["Photo: M. Weber / Coast Review", "(Image credit: Harbour Archive)", "Ana Lund/Coast Times via Getty Images"],
  },
  {
    step: "byline",
    reason: "author between the parts of a text",
    pattern: /^(?:By|Von|Par|Por) (?:\p{Lu}[\p{L}.'’-]* ){1,3}\p{Lu}[\p{L}'’-]+(?:(?:,| and| und| et| y) [^.!?:;]{2,80})?$/u,
    words: 18,
    examples: ["By Mara Lind, Coast Review, Havn", "Von Paul Weber und Ana Weiss"],
  },
  {
    step: "navigation",
    reason: "pages of the text",
    pattern: /^(?:article |on )?(?:pages?|seiten?):?\s*\[?1\]?[\s|·]+\[?2\]?[\s|·\d]*$|^1[\s|·]+2[\s|·\d]*(?:next|weiter|»|›)$/i,
    words: 14,
    examples: ["Article pages: 1 2", "1 2 3 next"],
  },
  {
    step: "byline",
    reason: "line on when the text was changed",
    pattern: /^\(?(?:last )?(?:updated|modified|published|posted|first published|corrected)(?: on| at|:)?\s.{0,60}\d.{0,40}$/i,
    words: 14,
    examples: ["Updated at 1:23 p.m.", "Published: 3 May 2024"],
  },
  {
    step: "comments",
    reason: "head or call of the readers' comments",
    pattern:
      /^(?:\(?\d*\)?\s*comments?(?:\s*\(\d+\))?|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|view comments|show comments)$|^your email address will not be published\b.{0,80}$|^(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht\b.{0,100}$|^votre adresse e-mail ne sera pas publiée\b.{0,100}$/i,
    words: 18,
    examples: ["3 comments", "Leave a reply", "Comments (12)", "Your email address will not be published. Required fields are marked *"],
  },
  {
    step: "tags",
    reason: "tags and categories",
    pattern:
      /^(?:tags?|topics?|tagged(?: with| as)?|filed under|categor(?:y|ies)|posted in|more on|schlagworte|themen|mots[- ]clés)\s*[:|].{0,200}$|^(?:related )?(?:topics|tags|schlagworte|themen|etiquetas)$/i,
    words: 40,
    examples: ["Tags: harbour, ferries, budget", "Filed under: Transport", "Topics"],
  },
  {
    step: "footer",
    reason: "legal line of the outlet",
    pattern:
      /^(?:(?:copyright|©|\(c\))\s.{0,160}|all rights reserved\b.{0,80}|this (?:article|story) (?:was )?(?:originally|first) (?:published|appeared)\b.{0,120}|this (?:document|material|content) (?:is subject to copyright|may not be)\b.{0,300}|citation:\s.{0,300}|this site is protected by\b.{0,120})$/i,
    words: 40,
    examples: ["Copyright 2024 Coast Review. All rights reserved.", "This article was originally published in The Coast Review."],
  },
];

/** The row that says that a line is no text of the article; null where it may be. */
export function lineRow(text: string, wordsInIt: number): LineRow | null {
  if (text.length > 400) return null;
  for (const row of LINES) if (wordsInIt <= row.words && row.pattern.test(text)) return row;
  return null;
}
