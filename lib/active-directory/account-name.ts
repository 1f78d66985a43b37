import { fail, ok, type Result, shown } from "../fault";
import { visibleLine } from "../visible";

/** An account as Windows shows it: `CONTOSO\MSOL_1a2b3c4d5e6f`. */
export interface AccountName {
  /** The domain's NetBIOS name. */
  readonly domain: string;
  /** `sAMAccountName`; that of a group managed service account ends with `$`. */
  readonly name: string;
}

/** https://learn.microsoft.com/troubleshoot/windows-server/active-directory/naming-conventions-for-computer-domain-site-ou */
const DOMAIN = /^[A-Za-z0-9][A-Za-z0-9!@#$%^&'().{}~_-]{0,14}$/;
/** https://learn.microsoft.com/windows/win32/adschema/a-samaccountname */
const NAME = /^(?! )[^"/\\[\]:;|=,+*?<>@]{1,20}(?<![ .])$/;

/** Reads `CONTOSO\MSOL_1a2b3c4d5e6f`. */
export function parseAccountName(text: string): Result<AccountName> {
  const [domain = "", name = "", ...more] = text.split("\\");
  if (more.length === 0 && DOMAIN.test(domain) && NAME.test(name) && text === visibleLine(text)) {
    return ok({ domain, name });
  }
  return fail({
    message: "not an account of Active Directory",
    received: shown(text),
    expected: "its domain's NetBIOS name, \\ and its sAMAccountName, such as CONTOSO\\MSOL_1a2b3c4d5e6f",
  });
}

/** The account as one text. */
export function accountText({ domain, name }: AccountName): string {
  return `${domain}\\${name}`;
}
