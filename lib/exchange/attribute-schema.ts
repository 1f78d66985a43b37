import * as v from "valibot";
import { flag, text, whole } from "../schema/scalars";
import { list, word } from "../schema/shapes";
import type { AttributeFacts } from "./objects";

/** What an attribute takes. */
export function attributeSchema({ type, choices, range }: AttributeFacts): v.GenericSchema {
  const one = choices ? word(choices) : text;
  switch (type) {
    case "texts":
      return list(one);
    case "flag":
      return flag;
    case "number":
      return range ? whole(...range) : v.pipe(v.number(), v.integer("a whole number"));
    default:
      return one;
  }
}
