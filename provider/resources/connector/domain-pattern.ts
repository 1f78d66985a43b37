import { parseName } from "../../../lib/dns/name";
import type { Fault } from "../../../lib/fault";

/** `contoso.com`, `*.contoso.com` for it and its subdomains, or `*` for every domain. */
export function domainPatternFault(text: string): Fault | undefined {
  if (text === "*") return undefined;
  const name = parseName(text.startsWith("*.") ? text.slice(2) : text);
  if (name.ok) return undefined;
  const [first] = name.faults;
  return {
    message: first?.message ?? "not a domain",
    received: JSON.stringify(text),
    expected: 'a domain, "*.contoso.com" with its subdomains, or "*"',
  };
}
