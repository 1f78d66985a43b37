import type { ConfirmedOptions } from "./options";

/** How long a word holds that says nothing of it, in days. */
const CONFIRMED_DAYS = 180;

/** Whether a person's word still counts on a day, both `YYYY-MM-DD`. */
export type Standing =
  | { readonly is: "confirmed"; readonly until: string }
  | { readonly is: "expired"; readonly until: string }
  /** It is said to have been given after today. */
  | { readonly is: "not yet" };

/** How what somebody has seen and said stands on a day. The day is handed in: nothing here knows a clock. */
export function standing({ date, days = CONFIRMED_DAYS }: ConfirmedOptions, today: string): Standing {
  if (date > today) return { is: "not yet" };
  const until = daysAfter(date, days);
  return { is: until < today ? "expired" : "confirmed", until };
}

/** The day that is so many days after another, of the Gregorian calendar. */
export function daysAfter(day: string, days: number): string {
  let [year = 0, month = 1, left = 1] = day.split("-").map(Number);
  left += days;
  for (let length = monthLength(year, month); left > length; length = monthLength(year, month)) {
    left -= length;
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(left)}`;
}

function monthLength(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
