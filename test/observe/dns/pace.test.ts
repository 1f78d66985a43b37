import * as fc from "fast-check";
import { Gate, Pace } from "../../../observe/dns/pace";

test("in no second does a server get more than its rate, whenever the questions come", () => {
  const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), pauses, (rate, waits) => {
      const pace = new Pace(rate);
      let now = 0;
      const sent = waits.map((wait) => {
        now += wait;
        return pace.take(now);
      });
      for (const [index, from] of sent.entries()) {
        // A hair short of a second: sums of fractions are not exact.
        expect(sent.slice(index).filter((at) => at < from + 999.9).length).toBeLessThanOrEqual(rate);
      }
    }),
  );
});

test("a gate lets so many through at once, and the others after them", async () => {
  const gate = new Gate(2);
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await Promise.resolve();
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 7 }, () => gate.through(work)));
  await expect(gate.through(() => Promise.reject(new Error("fails")))).rejects.toThrow("fails");
  await gate.through(work);
  expect({ most, inside }).toEqual({ most: 2, inside: 0 });
});
