import * as v from "valibot";
import { reason } from "../../../lib/schema/scalars";

test.each([
  ["phones of the frontline; until 2027", true],
  ["", false],
  [" \t", false],
])("%j is a reason: %s", (text, is) => {
  expect(v.is(reason, text)).toBe(is);
});
