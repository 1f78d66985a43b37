import * as v from "valibot";
import { isMapping } from "../../mapping";
import { agrees } from "../../schema/agree";
import { whole } from "../../schema/scalars";
import { choice, closed, may, word } from "../../schema/shapes";
import type { DeletionLimitInput, ReviewInput, ReviewLimitsInput } from "../input";

const SHARE = "a share from 0 to 1";

const DeletionLimitSchema = agrees<DeletionLimitInput>()(
  closed({
    share: may(
      v.pipe(v.number(), v.minValue(0, SHARE), v.maxValue(1, SHARE)),
      "A plan that deletes more than this share of a zone's records is stopped. Default: 0.3.",
    ),
    records: may(whole(1, 1_000_000), "Only zones with at least so many records. Default: 10."),
  }),
);

const asked = word(["ask", "allow"]);

const LimitsSchema = agrees<ReviewLimitsInput>()(
  closed({
    deletions: may(
      choice([word(["allow"]), DeletionLimitSchema], (input) => (isMapping(input) ? 1 : 0)),
      "Deletion of many of a zone's records.",
    ),
    mxRemoved: may(asked, "A domain that had an MX and has none any more. Default: ask."),
    dmarcWeakened: may(asked, "A DMARC policy that is milder than before. Default: ask."),
    policyOn: may(
      asked,
      "A Conditional Access policy that asks for what report-only has not shown before. Default: ask.",
    ),
    signInsWeakened: may(asked, "Sign-ins that get in, or get in with less, than before. Default: ask."),
    breakGlass: may(asked, "A change of the emergency accounts or of their group. Default: ask."),
    notJudged: may(asked, "A policy, condition or member that the plan does not show. Default: ask."),
  }),
);

export const ReviewSchema = agrees<ReviewInput>()(
  closed({ limits: may(LimitsSchema, "What a plan may do only with review --allow.") }),
);
