import { unfolded } from "../mail/header-fields";

/*
 * What Exchange Online writes into messages that it takes in: https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo,
 * read 28 November 2026 (page of 7 July 2025).
 */

/** `CIP:192.0.2.1;CTRY:US;…`, in order, names in upper case; values may hold colons. */
export function parseReport(body: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const piece of unfolded(body.slice(0, 64 * 1024)).split(";")) {
    // Cut by hand: a pattern with white space before and behind takes the cube of a stranger's length.
    const colon = piece.indexOf(":");
    const name = piece.slice(0, Math.max(colon, 0)).trim();
    if (!/^[A-Za-z-]{1,20}$/.test(name) || fields.has(name.toUpperCase())) continue;
    fields.set(name.toUpperCase(), piece.slice(colon + 1).trim());
  }
  return fields;
}

const FILTERING: Readonly<Record<string, string>> = {
  BLK: "blocked unfiltered: the sender is on the user's list of blocked senders",
  NSPM: "spam filtering found nothing",
  SFE: "let in unfiltered: the sender is on the user's list of safe senders",
  SKA: "let in unfiltered: the sender is allowed by an anti-spam policy",
  SKB: "spam: the sender is blocked by an anti-spam policy",
  SKN: "marked as no spam before filtering, as by a mail flow rule",
  SKQ: "released from quarantine",
  SKS: "marked as spam before filtering, as by a mail flow rule",
  SPM: "spam filtering found spam",
};

const CATEGORIES: Readonly<Record<string, string>> = {
  AMP: "malware",
  BIMP: "impersonation of a brand",
  BULK: "bulk mail",
  DIMP: "impersonation of a domain",
  FTBP: "an attachment of a type that is refused",
  GIMP: "impersonation, by mailbox intelligence",
  HPHSH: "phishing with high confidence",
  HPHISH: "phishing with high confidence",
  HSPM: "spam with high confidence",
  INTOS: "phishing inside the organization",
  MALW: "malware",
  OSPM: "outbound spam",
  PHSH: "phishing",
  SAP: "malware, by Safe Attachments",
  SPM: "spam",
  SPOOF: "a forged sender",
  UIMP: "impersonation of a user",
};

const DIRECTIONS: Readonly<Record<string, string>> = { INB: "inbound", OUT: "outbound", INT: "internal" };

/** What the anti-spam report says, in words; fields that Microsoft documents, and those alone. */
export function reportWords(report: ReadonlyMap<string, string>): readonly string[] {
  const words: string[] = [];
  const say = (name: string, text: (value: string) => string | undefined) => {
    const value = report.get(name);
    const said = value === undefined || value === "" ? undefined : text(value);
    if (said !== undefined) words.push(said);
  };
  const known = (table: Readonly<Record<string, string>>, value: string) =>
    Object.hasOwn(table, value.toUpperCase()) ? table[value.toUpperCase()] : undefined;
  say("DIR", (value) => known(DIRECTIONS, value));
  say("CIP", (value) => (value === "255.255.255.255" ? undefined : `connected from ${value}`));
  say("H", (value) => `called itself ${value}`);
  say("SCL", (value) => `spam confidence level ${value}`);
  say("SFV", (value) => known(FILTERING, value) ?? `filtering verdict ${value}`);
  say("IPV", (value) =>
    value === "CAL" ? "filtering skipped: the address is on the IP Allow List" : undefined,
  );
  say("CAT", (value) => (value === "NONE" ? undefined : `category ${known(CATEGORIES, value) ?? value}`));
  return words;
}

/** What the code behind `compauth` means; the last two digits of most are Microsoft's own. */
export function compauthReason(code: string): string | undefined {
  const exact: Readonly<Record<string, string>> = {
    "000": "explicit authentication failed: DMARC fails, and the domain asks for quarantine or reject",
    "001": "implicit authentication failed: the domain publishes nothing, or only a weak policy",
    "002": "the tenant forbids this pair of sender and domain to send forged mail",
    "010": "DMARC fails with quarantine or reject, and the domain is one of the tenant's own",
    "130": "authentication passed: a trusted ARC sealer overrode DMARC's failure",
  };
  const families: Readonly<Record<string, string>> = {
    1: "authentication passed",
    7: "authentication passed",
    2: "implicit authentication passed softly",
    3: "not checked",
    4: "authentication was bypassed",
    9: "authentication was bypassed",
    6: "implicit authentication failed, and the domain is one of the tenant's own",
  };
  if (!/^\d{3}$/.test(code)) return undefined;
  return exact[code] ?? families[code.charAt(0)];
}
