import type { IConstruct } from "constructs";

const GROUPING = Symbol.for("cdktf-mail-hygiene/grouping");

/**
 * Marks a construct that only groups others. Its id does not show in the Terraform addresses of a mail stack,
 * so that the SPF record is `cloudflare_dns_record.Spf` wherever the code that declares it moves to.
 */
export function markGrouping(construct: IConstruct): void {
  Object.defineProperty(construct, GROUPING, { value: true });
}

/** Was the construct marked by {@link markGrouping}? */
export function isGrouping(construct: IConstruct): boolean {
  return GROUPING in construct;
}
