import { agrees } from "../../schema/agree";
import { text, textLike, texts } from "../../schema/scalars";
import { closed, list, may, word } from "../../schema/shapes";
import type { RulesInput, SuppressionInput } from "../input";

const date = textLike(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a date such as 2027-03-31");

const SuppressionSchema = agrees<SuppressionInput>()(
  closed({
    rule: text,
    reason: text,
    domains: may(texts),
    until: may(date),
  }),
);

export const RulesSchema = agrees<RulesInput>()(
  closed({
    packs: may(list(word(["recommended", "scuba", "cis", "bulk-sender"]))),
    suppress: may(list(SuppressionSchema)),
  }),
);
