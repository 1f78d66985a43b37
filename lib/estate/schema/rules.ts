import { agrees } from "../../schema/agree";
import { DAY, text, textLike, texts } from "../../schema/scalars";
import { closed, list, may, word } from "../../schema/shapes";
import type { RulesInput, SuppressionInput } from "../input";

const date = textLike(DAY, "a date such as 2027-03-31");

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
