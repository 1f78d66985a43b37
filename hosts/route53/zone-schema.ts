import * as v from "valibot";
import { isMapping } from "../../lib/mapping";
import { agrees } from "../../lib/schema/agree";
import { text, textLike, whole } from "../../lib/schema/scalars";
import { refuseSecrets } from "../../lib/schema/secrets";
import { choice, closed, may } from "../../lib/schema/shapes";
import { notCreation } from "../zone-input";
import type { Route53ZoneInput } from "./zone-choice";

/** An id of a hosted zone at Route 53. */
const hostedZoneId = textLike(
  /^Z[0-9A-Z]{4,31}$/,
  "the id of a hosted zone, Z and capital letters and digits, such as Z0423512YUPB93QHZ0IX",
);

/** A region of AWS by its code. */
const awsRegion = textLike(/^[a-z]{2}(?:-[a-z]+)+-[1-9]$/, "the code of an AWS region, such as eu-central-1");

/** 12 digits. Unquoted, YAML reads a number, and drops the zeros that an id may begin with. */
const account = choice(
  [textLike(/^[0-9]{12}$/, "12 digits"), whole(100_000_000_000, 999_999_999_999)],
  (input) => {
    if (typeof input !== "number") return 0;
    if (Number.isInteger(input) && String(input).length === 12) return 1;
    return {
      fault: {
        message: "not the id of an AWS account",
        received: String(input),
        expected: "12 digits",
        fix: "quote it where it begins with 0",
      },
    };
  },
);

const creation = choice([v.literal(true)], (input) => {
  if (input === true) return 0;
  const fault = notCreation(input, "true");
  const signing = isMapping(input) && input.dnssec !== undefined;
  return {
    fault: signing ? { ...fault, fix: "sign the zone by itself: Route 53 needs a key in KMS for it" } : fault,
  };
});

const zone = closed(
  {
    hostedZoneId: may(hostedZoneId),
    zoneName: may(text),
    account: may(account),
    region: may(awsRegion),
    create: may(creation),
  },
  refuseSecrets("AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
);

export const Route53ZoneSchema = agrees<{ readonly route53: Route53ZoneInput }>()(
  closed({
    route53: zone,
  }),
);
