import * as fc from "fast-check";
import { type Move, moves, ordered } from "../../../provider/objects/moves";

/** What `Set-… -Priority` does to an order. */
function carriedOut(order: readonly string[], steps: readonly Move[]): readonly string[] {
  const now = [...order];
  for (const { id, to } of steps) {
    now.splice(now.indexOf(id), 1);
    now.splice(to, 0, id);
  }
  return now;
}

const shuffles = fc.integer({ min: 0, max: 30 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, place) => `r${place}`);
  return fc.tuple(
    fc.constant(ids),
    fc.shuffledSubarray(ids, { minLength: count, maxLength: count }),
    fc.shuffledSubarray(ids),
  );
});

test("moves lead from any order to any other", () => {
  fc.assert(
    fc.property(shuffles, ([from, to]) => {
      expect(carriedOut(from, moves(from, to))).toEqual(to);
    }),
  );
});

test("the named stand as wanted, and strangers where they stood", () => {
  fc.assert(
    fc.property(shuffles, ([from, , named]) => {
      const target = ordered(from, named);
      expect(target.filter((id) => named.includes(id))).toEqual(named);
      for (const [place, id] of from.entries()) if (!named.includes(id)) expect(target[place]).toBe(id);
    }),
  );
});

test("one rule that goes from the top to the end is one move", () => {
  expect(moves(["a", "b", "c", "d"], ["b", "c", "d", "a"])).toEqual([{ id: "a", to: 3 }]);
  expect(moves(["a", "b", "c", "d"], ["d", "a", "b", "c"])).toEqual([{ id: "d", to: 0 }]);
  expect(moves(["a", "b"], ["a", "b"])).toEqual([]);
});

test("a rule that is gone is left out", () => {
  expect(ordered(["a", "b", "c"], ["c", "gone", "a"])).toEqual(["c", "b", "a"]);
});
