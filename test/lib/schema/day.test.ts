import * as fc from "fast-check";
import { readEstate } from "../../../lib/estate/read";
import { DAY } from "../../../lib/schema/scalars";

/** What JavaScript's own calendar says; it takes days beyond a month for those of the next. */
function isOfCalendar(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const number = (most: number, digits: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(digits, "0"));

test("days are those of the calendar", () => {
  fc.assert(
    fc.property(number(9999, 4), number(13, 2), number(32, 2), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      expect([text, DAY.test(text)]).toEqual([text, isOfCalendar(text)]);
    }),
    { numRuns: 2000, examples: ["1900", "2000", "2024", "2026"].map((year) => [year, "02", "29"]) },
  );
});

test("a suppression until a day that there is not would never end", () => {
  const suppress = [{ rule: "dmarc-missing", reason: "roll-out", until: "2026-02-30" }];
  const read = readEstate({ version: 1, rules: { suppress }, domains: {} });
  expect(
    read.ok ? [] : read.faults.map(({ path, received, expected }) => [path, received, expected]),
  ).toContainEqual([["rules", "suppress", 0, "until"], '"2026-02-30"', "a date such as 2027-03-31"]);
});
