// Abbreviations of time zones as news pages write them, in minutes east of UTC.

/**
 * Abbreviations are not unique; the reading here is the one of the outlets that write them in English: IST is India (not Israel or Ireland),
 * CST and CDT are North America (not China or Cuba), BST is Britain in summer, AST the Arabian peninsula is left out as it is mostly Atlantic.
 * Source: the zone names of RFC 822 and the IANA time zone database's abbreviations in current use.
 */
export const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  CAT: 120,
  WAT: 60,
  EAT: 180,
  MSK: 180,
  TRT: 180,
  IDT: 180,
  GST: 240,
  PKT: 300,
  IST: 330,
  NPT: 345,
  BDT: 360,
  ICT: 420,
  WIB: 420,
  SGT: 480,
  HKT: 480,
  PHT: 480,
  MYT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NST: -210,
  NDT: -150,
  AST: -240,
  ADT: -180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BRT: -180,
  ART: -180,
  CLT: -240,
}; // prettier-ignore

/** North American names for a zone without saying whether summer time holds: `ET` is -05:00 or -04:00 by the date. */
const BARE: Readonly<Record<string, number>> = { ET: -300, CT: -360, MT: -420, PT: -480 };

/** Whether summer time holds in the United States on a date `YYYY-MM-DD`: second Sunday of March to first Sunday of November (rule since 2007). */
function americanSummer(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const sunday = (month: number, nth: number): string => {
    const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
    const day = 1 + ((7 - first) % 7) + (nth - 1) * 7;
    return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  };
  return date >= sunday(3, 2) && date < sunday(11, 1);
}

/** Minutes east of UTC of a zone as written after a time (`JST`, `GMT+2`, `+0530`, `ET`), on a date; null when unknown. */
export function zoneOffset(written: string, date: string): number | null {
  const zone = written.toUpperCase().replace(/\./g, "");
  if (zone in ZONES) return ZONES[zone]!;
  if (zone in BARE) return BARE[zone]! + (americanSummer(date) ? 60 : 0);
  const m = /^(?:GMT|UTC)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone.replace("−", "-"));
  return m ? (m[1] === "-" ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0)) : null;
}
