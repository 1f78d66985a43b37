import { type DnsName, parseName } from "../dns/name";
import { fail, ok, type Result } from "../fault";

/** What Entra ID allows before the `@`; guests have `#EXT#` in theirs. At most 64 characters. */
const LOCAL_PART = /^[A-Za-z0-9'._!#^~-]{1,64}$/;

/**
 * Reads a user principal name into the lower-case form in which two of them are compared
 * (https://learn.microsoft.com/entra/identity/hybrid/connect/plan-connect-userprincipalname).
 */
export function parseUpn(text: string): Result<string> {
  const at = text.lastIndexOf("@");
  const domain = parseName(text.slice(at + 1));
  if (at > 0 && LOCAL_PART.test(text.slice(0, at)) && domain.ok && domain.value.includes(".")) {
    return ok(`${text.slice(0, at).toLowerCase()}@${domain.value}`);
  }
  return fail({
    message: "not a user principal name",
    received: JSON.stringify(text),
    expected: "a name such as alex@contoso.com",
  });
}

/** Is a user, by a name as {@link parseUpn} answers with, of this very domain? */
export function isOf(upn: string, domain: DnsName): boolean {
  return upn.endsWith(`@${domain}`);
}
