import { type Fault, fail, type Result } from "../fault";
import { parseIp4, parseIp6 } from "./address";
import { type DnsName, type NameKind, parseName } from "./name";

/**
 * Reads a name that a record leads to. Where {@link parseName} reads any name, a target is a whole one: of two labels at
 * least, no wildcard, and no address, for which there is no name in the DNS (RFC 5321 §5.1, RFC 2181 §10.3).
 */
export function parseTarget(text: string, kind: NameKind = "host"): Result<DnsName> {
  const received = JSON.stringify(text);
  if (parseIp4(text).ok || parseIp6(text).ok) {
    return fail({
      message: "an address where a name belongs",
      received,
      expected: "the name of a host, which has the address as its A or AAAA record (RFC 5321 §5.1)",
      fix: "make an A or AAAA record with the address, and write its name here",
    });
  }
  const name = parseName(text, kind);
  if (!name.ok) return name;
  const faults: Fault[] = [];
  if (!name.value.includes(".")) {
    faults.push({
      message: "a name of one label, which nothing in the DNS of organisations has",
      received,
      expected: "the whole name, such as mail.contoso.com",
      fix: `write ${name.value}.<the domain that it stands in>`,
    });
  }
  if (name.value.startsWith("*")) {
    faults.push({ message: "a wildcard where a name belongs", received, expected: "the name of one host" });
  }
  return faults.length > 0 ? fail(...faults) : name;
}
