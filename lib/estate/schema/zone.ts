import * as v from "valibot";
import { isMapping } from "../../mapping";
import type { ZoneInput } from "../input";
import { agrees } from "./agree";
import { shown } from "./explained";
import { awsRegion, cloudflareId, flag, hostedZoneId, text, textLike, whole } from "./scalars";
import { refuseSecrets } from "./secrets";
import { byKey, choice, closed, may, must } from "./shapes";

const create = choice(
  [v.literal(true), closed({ dnssec: may(flag, "Sign the zone. Default: false.") })],
  (input) => {
    if (input === true) return 0;
    if (isMapping(input)) return 1;
    return { fault: notCreation(input, "true or { dnssec: true }") };
  },
);

const cloudflare = closed(
  {
    zoneId: may(cloudflareId, "The zone's id, as its overview page shows it."),
    zoneName: may(text, "The zone's name: the domain or a parent of it. Default: the domain."),
    accountId: may(cloudflareId, "Needed to create a zone; narrows the look-up by name."),
    create: may(create, "Create the zone, with DNSSEC on request."),
  },
  refuseSecrets("CLOUDFLARE_API_TOKEN"),
);

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

const route53 = closed(
  {
    hostedZoneId: may(hostedZoneId, "The hosted zone's id."),
    zoneName: may(text, "The zone's name: the domain or a parent of it. Default: the domain."),
    account: may(account, "The AWS account of the zone and the stack. Default: the one that deploys."),
    region: may(awsRegion, "The region that the stack is kept in. Default: the one that deploys."),
    create: may(creation, "Create the hosted zone."),
  },
  refuseSecrets("AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
);

const HOSTS = ["cloudflare", "route53"] as const;

export const ZoneSchema = agrees<ZoneInput>()(
  choice(
    [
      closed({
        cloudflare: must(
          cloudflare,
          "A Cloudflare zone: by zoneId, by zoneName, or created. {} looks the domain up.",
        ),
      }),
      closed({
        route53: must(
          route53,
          "A hosted zone at Route 53: by hostedZoneId, by zoneName, or created. {} names the domain's own.",
        ),
      }),
    ],
    byKey(HOSTS, "not a host of zones"),
  ),
);

function notCreation(input: unknown, expected: string) {
  return {
    message: "not a way to create a zone",
    received: shown(input),
    expected,
    ...(input === false ? { fix: "leave the key out" } : {}),
  };
}
