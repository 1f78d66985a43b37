import { domainToASCII } from "node:url";

/**
 * The name to ask for: lower case, no trailing dot. `undefined` for text that no question can be made of (labels of
 * 1 to 63 octets in visible ASCII or spaces, 253 in all): such a term does not match (RFC 7208 §4.8 leaves it open).
 */
export function queryName(text: string): string | undefined {
  const name = text.replace(/\.$/, "");
  if (name.length > 253 || !name.split(".").every((label) => /^[\x20-\x7e]{1,63}$/.test(label)))
    return undefined;
  return name.toLowerCase();
}

/** {@link queryName} for a domain under check, or a term's target: at least two labels, no address literal (§4.3). */
export function targetName(text: string): string | undefined {
  const name = queryName(text);
  return name?.includes(".") && !name.startsWith("[") ? name : undefined;
}

/** A domain in A-labels, as everything in a check is (RFC 8616 §4). What has no A-label stays as it is. */
export function inALabels(domain: string): string {
  const bare = domain.replace(/\.$/, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  return /^[\x00-\x7f]*$/.test(bare) ? bare : domainToASCII(bare) || bare;
}
