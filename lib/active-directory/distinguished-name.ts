import { fail, ok, type Result, shown } from "../fault";
import { visibleLine } from "../visible";

/** A distinguished name in the form of RFC 4514, as it may be written into queries and, in quotes, into scripts. */
export type DistinguishedName = string & { readonly __dn: unique symbol };

/** `OU=Sales\, North`: a type, and a value whose special characters are escaped (RFC 4514 §3); a quotation mark as `\22`. */
const RELATIVE_NAME =
  /^[A-Za-z][\w-]*=(?! )(?:[^\\,+"<>;=\0]|\\(?:[ #+,;<=>\\]|[0-9A-Fa-f]{2}))+(?<!(?<!\\)(?:\\\\)* )$/;
const LONGEST = 1000;

/** Reads the name of an object in Active Directory: relative names of one attribute, `OU=Staff,DC=contoso,DC=com`. */
export function parseDistinguishedName(text: string): Result<DistinguishedName> {
  const isName =
    text.length <= LONGEST &&
    text === visibleLine(text) &&
    relativeNames(text).every((part) => RELATIVE_NAME.test(part));
  if (isName) return ok(text as DistinguishedName);
  return fail({
    message: "not a distinguished name",
    received: shown(text),
    expected: "such as OU=Staff,DC=contoso,DC=com",
    fix: "write a comma inside a name as \\, and no space around the commas between names",
  });
}

/** Is an object the other one, or below it? Names are compared without regard to case. */
export function isBelow(name: DistinguishedName, above: DistinguishedName): boolean {
  const parts = relativeNames(name.toLowerCase());
  const others = relativeNames(above.toLowerCase());
  const skipped = parts.length - others.length;
  return skipped >= 0 && others.every((part, at) => part === parts[skipped + at]);
}

/** The name of a domain's root: `DC=contoso,DC=com` of `contoso.com`. */
export function domainRoot(domain: string): DistinguishedName {
  const labels = domain.split(".");
  return labels.map((label) => `DC=${label}`).join(",") as DistinguishedName;
}

/** Split at commas with an even number of backslashes before them. */
function relativeNames(text: string): readonly string[] {
  return text.split(/(?<!(?<!\\)(?:\\\\)*\\),/);
}
