const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE =
  /(?:^|[\s,])(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([+-]\d{4}|[A-Z]{1,3})?/;

/**
 * A date of a header field (RFC 5322 §3.3) in seconds since 1970; `undefined` for text that is none. Zones by letters count
 * as UTC, as the RFC has it for those that it does not know (§4.3).
 */
export function secondsOf(text: string): number | undefined {
  const [, day, monthName = "", year, hour, minute, second = "0", zone = "+0000"] =
    DATE.exec(text.slice(0, 200)) ?? [];
  const month = MONTHS.indexOf(monthName.toLowerCase());
  if (day === undefined || month < 0) return undefined;
  const [d, y, h, m, s] = [day, year, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (d < 1 || d > 31 || h > 23 || m > 59 || s > 60) return undefined;
  const sign = zone.startsWith("-") ? -1 : 1;
  const offset = /^[+-]\d{4}$/.test(zone)
    ? sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)))
    : 0;
  return ((daysSince1970(y, month + 1, d) * 24 + h) * 60 + m - offset) * 60 + s;
}

/** Days from 1 January 1970 to a day of the Gregorian calendar; years begin in March, so that a leap day ends one. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468;
}

/** Seconds since 1970 as `2026-11-28 13:58:00 UTC`. */
export function dateText(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const two = (number: number) => String(number).padStart(2, "0");
  const { year, month, day } = civil(days);
  const time = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60].map(two).join(":");
  return `${year}-${two(month)}-${two(day)} ${time} UTC`;
}

/** The other way round: eras of 400 years have 146,097 days each. */
function civil(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const part = Math.floor((5 * inYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return {
    year: years + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * part + 2) / 5) + 1,
  };
}
