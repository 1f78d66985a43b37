import { FIELDS } from "../../dns/fielded";
import type { DnsName } from "../../dns/name";

/** Where mail programs look for the servers of an address (RFC 6186, RFC 8314 §5.1), and Outlook for its settings. */
const MAIL_SERVICE = /^_(?:imaps?|pop3s?|submissions?|autodiscover)\._tcp\./;

/** Is it a name that mail programs ask for an SRV record? */
export function isMailService(name: DnsName): boolean {
  return MAIL_SERVICE.test(name);
}

/** The names that values lead to; where one cannot be read, what is written. None for `.`. */
export function targetsOf(values: readonly string[], type: "SRV" | "HTTPS" | "SVCB"): readonly string[] {
  const at = FIELDS[type].findIndex(([field]) => field === "target");
  return values
    .map(
      (value) =>
        value
          .split(/\s+/)
          [at]?.replace(/(?<=.)\.$/, "")
          .toLowerCase() ?? value,
    )
    .filter((target) => target !== ".");
}

/** Is it a name of the domain? An address is nobody's by itself. */
export function isOwn(target: string, domain: DnsName): boolean {
  return target === domain || target.endsWith(`.${domain}`);
}

/** Why it matters where a name of a mail service leads. */
export const PASSWORD = "mail programs take their server from there and show it the password";
