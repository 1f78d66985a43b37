import * as v from "valibot";
import { isMapping } from "../../mapping";
import type { SenderUse } from "../../options";
import { agrees } from "../../schema/agree";
import { shown } from "../../schema/explained";
import { flag, text, texts } from "../../schema/scalars";
import { choice, named } from "../../schema/shapes";

const value = choice([text, flag, texts], (input) => {
  if (typeof input === "boolean") return 1;
  if (Array.isArray(input)) return 2;
  return 0;
});

export const SenderSchema = agrees<SenderUse>()(
  choice([text, v.pipe(named(named(value)), v.minEntries(1), v.maxEntries(1))], (input) => {
    if (typeof input === "string") return 0;
    const keys = isMapping(input) ? Object.keys(input) : [];
    if (keys.length === 1) return 1;
    return {
      fault: {
        message: "a list item names one sender",
        received: keys.length > 1 ? keys.join(", ") : shown(input),
        expected: "sendgrid, or sendgrid: { … }",
        ...(keys.length > 1 ? { fix: "begin each sender with a dash of its own" } : {}),
      },
    };
  }),
);
