import type { GraphObject } from "../../graph/types";
import { text } from "../../http/json";
import { at, type Lens } from "./lens";

const DAY = 1440;
const UNITS = [365 * DAY, 7 * DAY, DAY] as const;
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Minutes of a duration by ISO 8601; undefined for months, parts of minutes and what is none. */
function minutesOf(duration: unknown): number | undefined {
  const found = DURATION.exec(text(duration) ?? "");
  if (found === null) return undefined;
  const [years = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (seconds % 60 !== 0) return undefined;
  const [year, week, day] = UNITS;
  return years * year + weeks * week + days * day + hours * 60 + minutes + seconds / 60;
}

/** `PT8H30M`. */
function durationOfMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours > 0 ? `${hours}H` : ""}${rest > 0 || hours === 0 ? `${rest}M` : ""}`;
}

/** A duration in whole minutes. */
export const inMinutes = (path: string): Lens => counted(path, 1, durationOfMinutes);

/** A duration in whole days. */
export const inDays = (path: string): Lens => counted(path, DAY, daysText);

export const daysText = (days: number): string => `P${days}D`;

/** Whole days of a duration; undefined where there are parts of one. */
export function daysOf(duration: unknown): number | undefined {
  const minutes = minutesOf(duration);
  return minutes === undefined || minutes % DAY !== 0 ? undefined : minutes / DAY;
}

function counted(path: string, unit: number, write: (count: number) => string): Lens {
  const place = at(path);
  return {
    get: (entity: GraphObject) => {
      const minutes = minutesOf(place.get(entity));
      return minutes === undefined || minutes % unit !== 0 ? undefined : minutes / unit;
    },
    set: (entity, value) => place.set(entity, typeof value === "number" ? write(value) : null),
  };
}
