import fc from "fast-check";
import { daysAfter, standing } from "../../../lib/identity/confirmed";

it.each([
  ["2026-05-01", 180, "2026-10-28"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2100-02-28", 1, "2100-03-01"],
  ["2000-02-28", 730, "2002-02-27"],
])("%s and %d days is %s", (day, days, then) => expect(daysAfter(day, days)).toBe(then));

it("properties: it is the calendar that JavaScript has", () => {
  const days = fc.date({ min: new Date("1970-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 730 }), (date, count) => {
      const day = date.toISOString().slice(0, 10);
      const then = new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
      expect(daysAfter(day, count)).toBe(then);
    }),
  );
});

it("a word counts from its day to its last, both included", () => {
  const word = { date: "2026-05-01", by: "Ann" };
  expect(standing(word, "2026-04-30")).toEqual({ is: "not yet" });
  expect(standing(word, "2026-05-01")).toEqual({ is: "confirmed", until: "2026-10-28" });
  expect(standing(word, "2026-10-28")).toEqual({ is: "confirmed", until: "2026-10-28" });
  expect(standing(word, "2026-10-29")).toEqual({ is: "expired", until: "2026-10-28" });
  expect(standing({ ...word, days: 1 }, "2026-05-03")).toEqual({ is: "expired", until: "2026-05-02" });
});
