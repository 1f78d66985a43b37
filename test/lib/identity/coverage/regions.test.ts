import {
  anyOf,
  type Box,
  type Conditions,
  isIn,
  NOTHING,
  noneOf,
  type Region,
} from "../../../../lib/identity/coverage/conditions";
import { coverOf } from "../../../../lib/identity/coverage/cover";
import { boxIn, holds, isEmpty } from "../../../../lib/identity/coverage/solve";

/** Three questions with two, two and three answers: few enough to look at each point. */
const EVERYTHING: Box = [0b11n, 0b11n, 0b111n];
const POINTS = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
const BOXES: readonly Box[] = [1n, 2n, 3n].flatMap((a) =>
  [1n, 2n, 3n].flatMap((b) => [1n, 2n, 3n, 4n, 5n, 6n, 7n].map((c) => [a, b, c])),
);
const SINGLE = EVERYTHING.flatMap((_, variable) =>
  [1n, 2n, 4n].slice(0, variable === 2 ? 3 : 2).map((value) => [variable, value] as const),
);
const at = (variable: number, values: bigint) => ({ variable, values });

/** Conditions as policies have them: one thing, one of two, none of two, all of two, nothing, everything. */
const CONDITIONS: readonly Conditions[] = [
  [],
  NOTHING,
  anyOf([at(0, 1n)], EVERYTHING),
  anyOf([at(0, 2n)], EVERYTHING),
  anyOf([at(2, 0b101n)], EVERYTHING),
  anyOf([at(0, 2n), at(1, 1n)], EVERYTHING),
  anyOf([at(1, 2n), at(2, 0b100n), at(2, 0b010n)], EVERYTHING),
  noneOf([at(1, 1n), at(2, 0b001n)], EVERYTHING),
  [...anyOf([at(0, 1n), at(2, 0b010n)], EVERYTHING), ...noneOf([at(1, 2n)], EVERYTHING)],
  [...anyOf([at(0, 2n), at(1, 2n)], EVERYTHING), ...anyOf([at(0, 1n), at(2, 0b110n)], EVERYTHING)],
];
const REGIONS: readonly Region[] = CONDITIONS.flatMap((inside) =>
  CONDITIONS.flatMap((one, from) =>
    CONDITIONS.slice(from).map((other): Region => ({ inside, outside: [one, other] })),
  ),
);

const pointsOf = (region: Region) => POINTS.filter((point) => isIn(region, point));
const isInBox = (box: Box, point: readonly number[]) =>
  point.every((value, variable) => (((box[variable] ?? 0n) >> BigInt(value)) & 1n) === 1n);
const pointsIn = (box: Box) => POINTS.filter((point) => isInBox(box, point));
const told = (points: readonly (readonly number[])[]) => points.map((point) => point.join("")).join(" ");

test("a box is found in a region if and only if there is a point in it, and lies inside", () => {
  const wrong = REGIONS.filter((region) => {
    const points = pointsOf(region);
    const box = boxIn(region, EVERYTHING);
    if (isEmpty(region, EVERYTHING) !== (points.length === 0)) return true;
    const inside = box ? pointsIn(box) : [];
    return box ? inside.length === 0 || !inside.every((point) => isIn(region, point)) : points.length > 0;
  });
  expect(wrong).toEqual([]);
});

test("a region that is said to hold a box has each of its points; where nothing is asked inside, it is said of each", () => {
  const wrong = REGIONS.flatMap((region) =>
    BOXES.filter((box) => {
      const isInside = pointsIn(box).every((point) => isIn(region, point));
      // A clause that is met in turn by one or the other literal is not looked into.
      return holds(region, box) ? !isInside : region.inside.length === 0 && isInside;
    }),
  );
  expect(wrong).toEqual([]);
});

test("the boxes of a cover are the region, none too many, none that could say less", () => {
  const wrong = REGIONS.filter((region) => {
    const { boxes, more } = coverOf(region, EVERYTHING);
    const whole = told(pointsOf(region));
    const covered = (some: readonly Box[]) =>
      told(POINTS.filter((point) => some.some((box) => isInBox(box, point))));
    return (
      more ||
      covered(boxes) !== whole ||
      boxes.some(
        (box) =>
          covered(boxes.filter((one) => one !== box)) === whole ||
          SINGLE.some(
            ([variable, value]) =>
              ((box[variable] ?? 0n) & value) === 0n &&
              holds(region, box.with(variable, (box[variable] ?? 0n) | value)),
          ),
      )
    );
  });
  expect(wrong).toEqual([]);
});

test("a cover reaches into what may be told, and no further", () => {
  const wrong = REGIONS.flatMap((region) =>
    CONDITIONS.filter((inside) => {
      const wide: Region = { inside, outside: [] };
      const points = pointsOf(region);
      if (!points.every((point) => isIn(wide, point))) return false;
      const { boxes } = coverOf(region, EVERYTHING, wide);
      const covered = POINTS.filter((point) => boxes.some((box) => isInBox(box, point)));
      return points.some((point) => !covered.includes(point)) || !covered.every((point) => isIn(wide, point));
    }),
  );
  expect(wrong).toEqual([]);
});

test("what may be told spares words for what is left out, and none for what is named", () => {
  const of = (one: bigint, other: bigint): Region => ({
    inside: [...anyOf([at(0, one)], EVERYTHING), ...anyOf([at(1, other)], EVERYTHING)],
    outside: [],
  });
  const wide: Region = { inside: anyOf([at(1, 2n)], EVERYTHING), outside: [] };
  const boxes = (region: Region, superset?: Region) => coverOf(region, EVERYTHING, superset).boxes;
  // The first value is the ordinary one: "not the second", and "the second".
  expect([boxes(of(1n, 2n)), boxes(of(1n, 2n), wide)]).toEqual([[[1n, 2n, 7n]], [[3n, 2n, 7n]]]);
  expect([boxes(of(2n, 2n)), boxes(of(2n, 2n), wide)]).toEqual([[[2n, 2n, 7n]], [[2n, 2n, 7n]]]);
});

test("a box that others make up for is left out", () => {
  const [first, second] = [1n, 2n];
  const region: Region = {
    inside: [],
    outside: [
      [...anyOf([at(2, second)], EVERYTHING), ...anyOf([at(2, first), at(1, second)], EVERYTHING)],
      [...anyOf([at(1, first)], EVERYTHING), ...anyOf([at(0, second)], EVERYTHING)],
    ],
  };
  const { boxes } = coverOf(region, [3n, 3n, 3n]);
  expect(boxes).toEqual([
    [3n, 2n, 1n],
    [1n, 1n, 3n],
  ]);
  // The third that was found on the way.
  expect(coverOf(region, [3n, 3n, 3n], region, 2).more).toBe(true);
});

test("a cover that is cut off says that there is more", () => {
  const region: Region = { inside: anyOf([at(0, 2n), at(1, 2n)], EVERYTHING), outside: [] };
  expect(coverOf(region, EVERYTHING)).toEqual({
    boxes: [
      [2n, 3n, 7n],
      [3n, 2n, 7n],
    ],
    more: false,
  });
  expect(coverOf(region, EVERYTHING, region, 1)).toEqual({ boxes: [[2n, 3n, 7n]], more: true });
  expect(coverOf(region, EVERYTHING, region, 2).more).toBe(false);
  expect(coverOf({ inside: NOTHING, outside: [] }, EVERYTHING)).toEqual({ boxes: [], more: false });
});
