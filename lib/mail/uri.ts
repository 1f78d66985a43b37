import { type DnsName, parseName } from "../dns/name";
import { type Fault, fail, ok, type Result } from "../fault";

/** A URI inside a mail record, in the characters of RFC 3986 that such records allow. */
export interface RecordUri {
  /** As written. */
  readonly uri: string;
  /** In lower case: `mailto`, `https`, … */
  readonly scheme: string;
  /** The domain of a `mailto:` address, or the host of an `https:` URI; absent for other schemes. */
  readonly domain?: DnsName;
}

/**
 * RFC 3986 §2 without `,` and `!`, which DMARC (RFC 9989 §4.8) and TLS-RPT (RFC 8460 §3) want percent-encoded,
 * and without `;`, which would end the tag.
 */
const URI_CHARACTERS = /^(?:[A-Za-z0-9\-._~:/?#[\]@$&'()*+=]|%[0-9A-Fa-f]{2})*/;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const DOT_ATOM = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`);
const QUOTED_STRING = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/;

/**
 * Reads a URI for a record of this project's kinds. `mailto:` must hold one valid address (RFC 6068, RFC 5321 §4.1.2),
 * `https:` a host; of other schemes only the characters are checked. A fault's `at` is relative to `text`.
 * @param schemes the schemes that the record's reader understands; every scheme if absent
 * @param expected what a fault gives as an example. @default an address for reports
 */
export function parseRecordUri(
  text: string,
  schemes?: readonly ("mailto" | "https")[],
  expected = (schemes ?? ["mailto"]).map(exampleOf).join(" or "),
): Result<RecordUri> {
  const received = JSON.stringify(text);
  if (text === "") return fail({ message: "empty URI", expected });
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    const isAddress = text.includes("@") && (schemes ?? ["mailto"]).some((known) => known === "mailto");
    const fix = isAddress ? { fix: `write mailto:${text}` } : {};
    return fail({ message: "not a URI", received, expected, ...fix });
  }
  if (schemes && !schemes.some((known) => known === scheme)) {
    const secure = scheme === "http" && schemes.includes("https");
    const fix = secure ? { fix: `write https${text.slice("http".length)}` } : {};
    return fail({
      message: `URI scheme ${JSON.stringify(scheme)} is not used here`,
      received,
      expected,
      ...fix,
    });
  }
  const illegal = illegalCharacter(text);
  if (illegal) return fail(illegal);
  if (scheme !== "mailto" && scheme !== "https") return ok({ uri: text, scheme });
  const domain =
    scheme === "mailto" ? addressDomain(text) : httpsHost(text, schemes ? expected : exampleOf("https"));
  return domain.ok ? ok({ uri: text, scheme, domain: domain.value }) : domain;
}

function exampleOf(scheme: string): string {
  return scheme === "mailto" ? "mailto:reports@contoso.com" : "https://reports.contoso.com/";
}

function illegalCharacter(text: string): Fault | undefined {
  const offset = URI_CHARACTERS.exec(text)?.[0].length ?? 0;
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (offset === text.length) return undefined;
  return {
    at: { offset, length: character.length },
    message: `${JSON.stringify(character)} may not stand in this URI`,
    received: JSON.stringify(text),
    ...(character === "%"
      ? { expected: "two hexadecimal digits after %" }
      : { fix: `write ${percentEncoded(character)}` }),
  };
}

function percentEncoded(character: string): string {
  return [...Buffer.from(character, "utf8")]
    .map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}

function addressDomain(uri: string): Result<DnsName> {
  const [encoded = ""] = uri.slice("mailto:".length).split(/[?#]/);
  const address = percentDecoded(encoded);
  const at = address?.lastIndexOf("@") ?? -1;
  if (address === undefined || at < 0) {
    return fail({
      message: "no mail address",
      received: JSON.stringify(uri),
      expected: exampleOf("mailto"),
    });
  }
  const local = address.slice(0, at);
  const faults: Fault[] = [];
  if (local.length > 64 || !(DOT_ATOM.test(local) || QUOTED_STRING.test(local))) {
    faults.push({
      message: "local part of the mail address is not valid",
      received: JSON.stringify(local),
      expected: "at most 64 characters, atoms between single dots",
    });
  }
  const domain = parseName(address.slice(at + 1));
  if (!domain.ok) return fail(...faults, ...domain.faults);
  return faults.length === 0 ? domain : fail(...faults);
}

/** `undefined` if the octets are not UTF-8. */
function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function httpsHost(uri: string, expected: string): Result<DnsName> {
  const authority = /^https:\/\/([^/?#]*)/i.exec(uri)?.[1];
  if (authority === undefined) {
    return fail({ message: "no host", received: JSON.stringify(uri), expected });
  }
  return parseName(authority.replace(/:\d{1,5}$/, ""));
}
