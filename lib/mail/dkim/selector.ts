import { type DnsName, parseName } from "../../dns/name";
import { fail, type Result } from "../../fault";

/**
 * Where a selector's key record stands: `s1._domainkey.contoso.com` (RFC 6376 §3.6.2.1). A selector is one or
 * more labels (§3.1); underscores, which some signers use against the RFC, are taken as DNS takes them.
 */
export function selectorName(selector: string, domain: DnsName): Result<DnsName> {
  const received = JSON.stringify(selector);
  const name = /^(.+?)\.?_domainkey(?:\.|$)/i.exec(selector)?.[1];
  if (name !== undefined) {
    return fail({
      message: "selector holds more than the selector",
      received,
      expected: "the labels before ._domainkey",
      fix: `write ${name}`,
    });
  }
  if (selector === "" || selector.endsWith(".") || selector.split(".").includes("*")) {
    return fail({
      message: "not a DKIM selector",
      received,
      expected: "one or more labels such as s1 or a.b",
    });
  }
  return parseName(`${selector}._domainkey.${domain}`, "owner");
}
