import { daysOf, inDays, inMinutes } from "../../../../provider/objects/graph/durations";

test.each([
  ["P180D", 180],
  ["P1Y", 365],
  ["P2W", 14],
  ["PT48H", 2],
  ["P1DT23H59M60S", 2],
  ["PT36H", undefined],
  ["P1M", undefined],
  ["PT30S", undefined],
  ["180", undefined],
  [null, undefined],
])("%s in days is %s", (duration, days) => {
  expect(daysOf(duration)).toBe(days);
});

test("minutes and days are written as Graph writes them, and what cannot be counted is not known", () => {
  const [minutes, days] = [inMinutes("rule.maximumDuration"), inDays("rule.maximumDuration")];
  const written = (count: number) => minutes.set({}, count);
  expect([30, 60, 90, 1440].map(written)).toEqual(
    ["PT30M", "PT1H", "PT1H30M", "PT24H"].map((maximumDuration) => ({ rule: { maximumDuration } })),
  );
  expect(days.set({ rule: { kept: 1 } }, 15)).toEqual({ rule: { kept: 1, maximumDuration: "P15D" } });
  expect(days.set({}, null)).toEqual({ rule: { maximumDuration: null } });
  for (const count of [30, 90, 480]) expect(minutes.get(written(count))).toBe(count);
  expect(days.get({ rule: { maximumDuration: "PT90M" } })).toBeUndefined();
  expect(minutes.get({ rule: "strange" })).toBeUndefined();
});
