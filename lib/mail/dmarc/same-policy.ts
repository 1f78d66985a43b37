import { isDmarc, parseDmarc } from "./parse";
import { percentOf } from "./policy";

/**
 * Do two DMARC records ask receivers for the same? What a record leaves out is what it would have said by default, and
 * `rf`, `ri` and sizes of reports mean nothing any more (RFC 9989 §4.7, §4.8).
 */
export function samePolicy(one: string, other: string): boolean {
  const [first, second] = [policyKey(one), policyKey(other)];
  return first !== undefined && first === second;
}

function policyKey(text: string): string | undefined {
  if (!isDmarc(text)) return undefined;
  const read = parseDmarc(text);
  if (!read.ok || read.value.invalid || read.value.policy === undefined) return undefined;
  const { policy, subdomainPolicy = policy, nonExistentPolicy = subdomainPolicy, ...rest } = read.value;
  const {
    adkim = "relaxed",
    aspf = "relaxed",
    test = false,
    psd = "u",
    rua,
    ruf,
    fo = ["0"],
    unknown,
  } = rest;
  const uris = (list: readonly { readonly uri: string }[]) => list.map(({ uri }) => uri).sort();
  return JSON.stringify([
    ...[policy, subdomainPolicy, nonExistentPolicy, adkim, aspf, test, psd],
    ...[uris(rua), uris(ruf), ruf.length > 0 ? [...fo].sort() : [], unknown],
    // Readers of RFC 7489 alone heed the share.
    percentOf(read.value),
  ]);
}
