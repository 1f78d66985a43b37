import * as v from "valibot";
import { agrees } from "../../schema/agree";
import { text, textLike, texts } from "../../schema/scalars";
import { closed, may, must, word } from "../../schema/shapes";
import type { RulesInput, SuppressionInput } from "../input";

const date = textLike(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a date such as 2027-03-31");

const SuppressionSchema = agrees<SuppressionInput>()(
  closed({
    rule: must(text, "The rule's id, such as dmarc-policy-none."),
    reason: must(text, "Why the finding is accepted; it is shown beside it."),
    domains: may(texts, "Globs of domains and tenants. Default: all of them."),
    until: may(date, "The last day on which this holds, YYYY-MM-DD. Default: for good."),
  }),
);

export const RulesSchema = agrees<RulesInput>()(
  closed({
    packs: may(
      v.array(word(["recommended", "scuba", "cis", "bulk-sender"])),
      "Which rules are run. Default: recommended.",
    ),
    suppress: may(v.array(SuppressionSchema), "Findings that are accepted, each with its reason."),
  }),
);
