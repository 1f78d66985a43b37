import { LONGEST_TTL } from "../../lib/dns/record";
import type { DnsHost } from "../host";
import { route53Faults } from "./limits";
import {
  mergedRoute53Zone,
  type Route53ZoneChoice,
  type Route53ZoneInput,
  readRoute53Zone,
} from "./zone-choice";
import { Route53ZoneSchema } from "./zone-schema";

/** The AWS CDK, for all that is made with it. */
export const AWS_CDK = { name: "aws-cdk-lib", version: "2.276.0" } as const;

/** Route 53, through the AWS CDK (decision 019). */
export const route53 = {
  label: "Route 53",
  stackKind: "aws",
  needs: AWS_CDK,
  zoneResource: undefined,
  hasRecordSets: true,
  flattensApex: false,
  hasNullMx: true,
  // Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
  ttl: { min: 0, max: LONGEST_TTL },
  schema: Route53ZoneSchema,
  merged: mergedRoute53Zone,
  read: readRoute53Zone,
  identityOf: ({ source }) =>
    source.by === "id" ? { key: "hostedZoneId", value: source.id, plural: "ids" } : undefined,
  faultsOf: route53Faults,
} satisfies DnsHost<Route53ZoneInput, Route53ZoneChoice>;
