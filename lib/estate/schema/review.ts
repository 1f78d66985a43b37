import * as v from "valibot";
import { isMapping } from "../../mapping";
import { agrees } from "../../schema/agree";
import { whole } from "../../schema/scalars";
import { choice, closed, may, word } from "../../schema/shapes";
import type { DeletionLimitInput, ReviewInput, ReviewLimitsInput } from "../input";

const SHARE = "a share from 0 to 1";

const DeletionLimitSchema = agrees<DeletionLimitInput>()(
  closed({
    share: may(v.pipe(v.number(), v.minValue(0, SHARE), v.maxValue(1, SHARE))),
    records: may(whole(1, 1_000_000)),
  }),
);

const asked = word(["ask", "allow"]);

const LimitsSchema = agrees<ReviewLimitsInput>()(
  closed({
    deletions: may(choice([word(["allow"]), DeletionLimitSchema], (input) => (isMapping(input) ? 1 : 0))),
    mxRemoved: may(asked),
    spfRemoved: may(asked),
    dmarcWeakened: may(asked),
    mtaStsBroken: may(asked),
    takenOver: may(asked),
    zoneChanged: may(asked),
    policyOn: may(asked),
    signInsWeakened: may(asked),
    breakGlass: may(asked),
    protectionLoosened: may(asked),
    notJudged: may(asked),
    existing: may(asked),
  }),
);

export const ReviewSchema = agrees<ReviewInput>()(closed({ limits: may(LimitsSchema) }));
