import { INSTANT_TEXT } from "../../objects/codec/measures";
import { str } from "../../plugin/index";

/** The attribute that ties a one-time act to an incident. */
export const since = str({
  required: true,
  requiresReplace: true,
  validate: (value) => INSTANT_TEXT.fault?.(value),
  description:
    "When the incident began, by RFC 3339. Another time is another incident: the act is done again.",
});
