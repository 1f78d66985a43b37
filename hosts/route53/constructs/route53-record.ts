import { isToken } from "../../../constructs/tokens";
import { type DnsRecord, recordData } from "../../../lib/dns/record";
import { quoteTxt } from "../../../lib/dns/txt";
import { knownReference, literalTxt } from "./cloudformation-text";

/**
 * The data of a record as one value of a Route 53 record set: TXT and the value of CAA in quoted strings of at most 255
 * octets, octets outside printable ASCII in octal, names without a trailing dot, which Route 53 takes for absolute.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html
 */
export function route53Value(record: DnsRecord): string {
  switch (record.type) {
    case "TXT":
      // A value that only CloudFormation knows can neither be cut nor escaped: it must be one string without quotes.
      return isToken(record.value)
        ? `"${knownReference(record.value)}"`
        : literalTxt(quoteTxt(record.value, 8));
    case "CAA":
      return `${record.flags} ${record.tag} ${literalTxt(quoteTxt(record.value, 8))}`;
    case "NAPTR":
      return literalTxt(recordData(record));
    default: {
      const data = recordData(record);
      return isToken(data) ? knownReference(data) : data;
    }
  }
}
