import type { Codec } from "./codec";
import { TEXT } from "./scalars";

const UNITS: Readonly<Record<string, number>> = { B: 0, KB: 1, MB: 2, GB: 3, TB: 4 };
const SIZE = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)(?:\s*\((\d[\d,]*) bytes\))?$/i;

/** A size with its unit, `10 MB`. Exchange gives `10 MB (10,485,760 bytes)`; compared by bytes. */
export const SIZE_TEXT: Codec = {
  ...TEXT,
  decode: (raw) => (typeof raw === "string" && raw !== "" ? raw.replace(/\s*\([\d,]+ bytes\)$/, "") : null),
  key: (value) => String(bytesOf(String(value)) ?? value),
  fault: (value) =>
    bytesOf(String(value)) === undefined
      ? `got ${JSON.stringify(value)}; expected a number with B, KB, MB, GB or TB, as 10 MB`
      : undefined,
};

/** How many bytes a size is, from Exchange or from a configuration; undefined for what is none. */
export function bytesOf(text: string): number | undefined {
  const [, number, unit = "B", exact] = SIZE.exec(text.trim()) ?? [];
  if (exact !== undefined) return Number(exact.replaceAll(",", ""));
  return number === undefined
    ? undefined
    : Math.round(Number(number) * 1024 ** (UNITS[unit.toUpperCase()] ?? 0));
}

const SPAN = /^(?:(\d+)\.)?(\d{1,2}):([0-5]\d):([0-5]\d)(?:\.\d+)?$/;

/** A span of time as .NET writes it, `7.00:00:00` for seven days. */
export const TIME_SPAN: Codec = {
  ...TEXT,
  key: (value) => String(secondsOf(String(value)) ?? value),
  fault: (value) =>
    secondsOf(String(value)) === undefined
      ? `got ${JSON.stringify(value)}; expected [days.]hours:minutes:seconds, as 04:00:00 or 7.00:00:00`
      : undefined,
};

/** How many seconds a span is; undefined for what is none. */
export function secondsOf(text: string): number | undefined {
  const [, days = "0", hours, minutes, seconds] = SPAN.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23) return undefined;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** A moment by RFC 3339. Exchange gives ISO text, or `/Date(1777880361000)/`. */
export const INSTANT_TEXT: Codec = {
  ...TEXT,
  decode: (raw) => {
    const time = typeof raw === "string" ? millisecondsOf(raw) : undefined;
    return time === undefined ? null : new Date(time).toISOString().replace(".000Z", "Z");
  },
  key: (value) => String(millisecondsOf(String(value)) ?? value),
  fault: (value) =>
    INSTANT.test(String(value)) && millisecondsOf(String(value)) !== undefined
      ? undefined
      : `got ${JSON.stringify(value)}; expected a moment by RFC 3339, as 2027-01-31T08:00:00Z`,
};

function millisecondsOf(text: string): number | undefined {
  const [, ticks] = /^\/Date\((-?\d+)\)\/$/.exec(text) ?? [];
  // Exchange's moments without a zone are in UTC.
  const iso = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`;
  const time = ticks === undefined ? Date.parse(iso) : Number(ticks);
  return Number.isNaN(time) || Math.abs(time) > 8.64e15 ? undefined : time;
}
