import type { DnsName } from "../dns/name";
import { fail, ok, type Result } from "../fault";

/**
 * The label that stands for a mail domain in Microsoft's host names: `contoso-com`, `musigma-com0e`.
 *
 * Dots become hyphens, as Microsoft documents. What happens to hyphens it does not document; the rule here was
 * found by comparing published MX records with their domains, and no exception is known to it. Where Microsoft
 * states a name (Graph `serviceConfigurationRecords`, `Get-DkimSigningConfig`), that name wins over this one.
 *
 * Hyphens are left out, and after a `0` their places in the domain follow, four places to a character: a run of
 * `k` characters without a hyphen is written as the number `k`, any other as a letter, where `a` plus 1, 2, 4 and 8
 * stands for a hyphen in the first, second, third and fourth place.
 */
export function eopToken(domain: DnsName): Result<string> {
  const token = domain.replaceAll("-", "").replaceAll(".", "-") + hyphenSuffix(domain);
  if (token.length <= 63) return ok(token);
  return fail({
    message: `the name that Microsoft derives from the domain would be a label of ${token.length} octets`,
    received: domain,
    expected: "at most 63 octets",
    fix: "give the host name that Microsoft shows for the domain instead of deriving it",
  });
}

/**
 * The label that stands for a custom domain in the targets of Microsoft's DKIM selectors.
 * It is the same label as in the MX host; see {@link eopToken}.
 */
export function dkimToken(domain: DnsName): Result<string> {
  return eopToken(domain);
}

function hyphenSuffix(domain: DnsName): string {
  if (!domain.includes("-")) return "";
  let suffix = "0";
  let run = 0;
  for (let start = 0; start <= domain.lastIndexOf("-"); start += 4) {
    const places = [...domain.slice(start, start + 4)];
    const bits = places.reduce((sum, character, place) => sum | (character === "-" ? 1 << place : 0), 0);
    if (bits === 0) {
      run += 1;
      continue;
    }
    if (run > 0) suffix += String(run);
    suffix += String.fromCharCode("a".charCodeAt(0) + bits);
    run = 0;
  }
  return suffix;
}
