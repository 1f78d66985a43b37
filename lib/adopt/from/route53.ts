import * as v from "valibot";
import { formatFault } from "../../fault";
import { readJson } from "../../json";
import { Attributes } from "../../plan/attributes";
import { misshapenLines } from "./misshapen";
import { zonesOfResources } from "./resources";
import { refusal, type SourceReader } from "./source";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const RecordSet = v.object({
  Name: v.string(),
  Type: v.string(),
  TTL: v.optional(v.number()),
  ResourceRecords: v.optional(v.array(v.object({ Value: v.string() })), []),
  AliasTarget: v.optional(v.unknown()),
  SetIdentifier: v.optional(v.string()),
});

const Listing = v.object({
  ResourceRecordSets: v.array(RecordSet),
  IsTruncated: v.optional(v.boolean(), false),
  NextToken: v.optional(v.unknown()),
});

/** The zone that `aws route53 list-resource-record-sets` prints, which asks for all pages by itself. */
export const zoneFromRoute53: SourceReader = (text, { file }) => {
  const read = readJson(text);
  if (!read.ok) return refusal(...read.faults.map((fault) => `${file}: ${formatFault(fault)}`));
  const listed = v.safeParse(Listing, read.value);
  if (!listed.success) return refusal(...misshapenLines(file, listed.issues));
  const { ResourceRecordSets: sets, IsTruncated: isTruncated, NextToken: next } = listed.output;
  if (isTruncated || next !== undefined) {
    return refusal(
      `${file}: the listing is not whole; have it written without --max-items, --no-paginate and --page-size`,
    );
  }
  const [apex, second] = [...new Set(sets.filter(({ Type }) => Type === "SOA").map(({ Name }) => Name))];
  if (second !== undefined) return refusal(`${file}: two zones, ${apex} and ${second}; expected one a file`);
  if (apex === undefined) {
    return refusal(`${file}: no SOA record says which zone it is, so that the listing is not whole`);
  }
  const zone = apex.replace(/\.$/, "");
  const resources = sets.map(({ Name, Type, TTL, ResourceRecords, AliasTarget, SetIdentifier }) => ({
    address: `${Name} ${Type}`,
    type: "aws_route53_record",
    values: new Attributes({
      zone_id: zone,
      name: Name,
      type: Type,
      ttl: TTL,
      records: ResourceRecords.map(({ Value }) => Value),
      alias: AliasTarget === undefined ? [] : [{}],
      set_identifier: SetIdentifier,
    }),
  }));
  const named = {
    address: zone,
    type: "aws_route53_zone",
    values: new Attributes({ zone_id: zone, id: zone, name: zone }),
  };
  return zonesOfResources([named, ...resources], { file, origin: undefined });
};
