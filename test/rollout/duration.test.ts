import { milliseconds } from "../../rollout/duration";

test.each<[string, number | undefined]>([
  ["0", 0],
  ["2m", 120_000],
  ["1h30m", 5_400_000],
  ["1.5s", 1500],
  ["300ms", 300],
  ["2m0s", 120_000],
  ["2", undefined],
  ["m", undefined],
  ["-2m", undefined],
  ["2 m", undefined],
  ["", undefined],
])("%j in milliseconds, as Go reads it", (text, expected) => {
  expect(milliseconds(text)).toBe(expected);
});
