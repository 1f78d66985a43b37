import { domainToASCII, domainToUnicode } from "node:url";
import { type Fault, fail, ok, type Result, shown } from "../fault";

/**
 * A DNS name in the one form used everywhere in this project: A-labels, lower case,
 * no trailing dot, at most 253 octets, labels of 1 to 63 octets (RFC 1035 §2.3.4, RFC 5890 §2.3.2.1).
 * Only {@link parseName} and its siblings make one.
 */
export type DnsName = string & { readonly __dnsName: unique symbol };

/** What a name is for; it decides which labels are legal. */
export type NameKind =
  /** A host or a mail domain: letters, digits and inner hyphens (RFC 952, RFC 1123 §2.1). */
  | "host"
  /** The owner of a record: also labels with underscores, and `*` as the first label (RFC 8552, RFC 4592). */
  | "owner";

const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
/** A host's name in the form that it is given anyway; no label is too long in a text of up to 63 octets. */
const PLAIN_NAME = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const OWNER_LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;

/**
 * Reads a DNS name: U-labels become A-labels (UTS #46), upper case becomes lower case, one trailing dot goes.
 * All faults of all labels are reported.
 */
export function parseName(text: string, kind: NameKind = "host"): Result<DnsName> {
  // JavaScript and casts give anything.
  if (typeof text !== "string") {
    return fail({
      message: "a DNS name is text",
      received: shown(text),
      expected: "a name such as contoso.com",
    });
  }
  // Most names are read again and again, by their domain and by each that looks at it.
  if (text.length < 64 && PLAIN_NAME.test(text)) return ok(text as DnsName);
  const received = JSON.stringify(text);
  const bare = text.endsWith(".") ? text.slice(0, -1) : text;
  if (bare === "")
    return fail({ message: "empty DNS name", received, expected: "a name such as contoso.com" });
  // node:url is only asked about names that need IDNA: it would read `1.2` as an IPv4 address.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  const ascii = /^[\x00-\x7f]*$/.test(bare) ? bare.toLowerCase() : domainToASCII(bare);
  if (ascii === "") {
    return fail({
      message: "name cannot be written in A-labels",
      received,
      expected: "a name that IDNA allows",
    });
  }
  const faults: Fault[] = [];
  if (ascii.length > 253) {
    faults.push({ message: `DNS name of ${ascii.length} octets`, received, expected: "at most 253 octets" });
  }
  const pattern = kind === "host" ? HOST_LABEL : OWNER_LABEL;
  for (const [index, label] of ascii.split(".").entries()) {
    const fault = labelFault(label, pattern, kind, index);
    if (fault) faults.push({ ...fault, received });
  }
  return faults.length === 0 ? ok(ascii as DnsName) : fail(...faults);
}

function labelFault(label: string, pattern: RegExp, kind: NameKind, index: number): Fault | undefined {
  if (label === "")
    return { message: "empty label", expected: "labels of 1 to 63 octets between single dots" };
  if (label.length > 63) {
    return { message: `label of ${label.length} octets`, expected: "labels of at most 63 octets" };
  }
  if (pattern.test(label) || (kind === "owner" && label === "*" && index === 0)) return undefined;
  return {
    message: `label ${JSON.stringify(label)} is not legal in a ${kind === "host" ? "host name" : "DNS owner name"}`,
    expected:
      kind === "host"
        ? "letters, digits and inner hyphens"
        : "letters, digits, underscores and inner hyphens",
  };
}

/** Is `name` equal to `ancestor`, or below it? `a.contoso.com` is within `contoso.com`; `acontoso.com` is not. */
export function isWithin(name: DnsName, ancestor: DnsName): boolean {
  return name === ancestor || name.endsWith(`.${ancestor}`);
}

/** The same of names as somebody wrote them, in any case. */
export function isNameWithin(name: string, ancestor: string): boolean {
  return isWithin(name.toLowerCase() as DnsName, ancestor.toLowerCase() as DnsName);
}

/**
 * `label` put below `parent`. The caller vouches for a label of this project's own making
 * (`_dmarc`, a parsed name); anything that came from outside goes through {@link parseName} first.
 */
export function below(label: string, parent: DnsName): DnsName {
  return `${label}.${parent}` as DnsName;
}

/**
 * Does the name stand in for one that nobody knows before Terraform runs? Names under `.invalid` never exist
 * (RFC 2606 §2), so constructs put one wherever a Terraform reference was given.
 */
export function isStandIn(name: string): boolean {
  return name.endsWith(".invalid");
}

/** The labels of `name` that stand below `ancestor`: `a.b` of `a.b.contoso.com`, `""` when both are equal. */
export function relativeTo(name: DnsName, ancestor: DnsName): string {
  if (name === ancestor) return "";
  return isWithin(name, ancestor) ? name.slice(0, -(ancestor.length + 1)) : name;
}

/** The name itself, then each of its parents: `a.b.com`, `b.com`, `com`. */
export function* ancestry(name: DnsName): Generator<DnsName> {
  for (let rest: string = name; ; rest = rest.slice(rest.indexOf(".") + 1)) {
    yield rest as DnsName;
    if (!rest.includes(".")) return;
  }
}

/** The name as people write it, its A-labels as U-labels (RFC 5890 §2.3.2.1); most names are the same in both. */
export function unicodeName(name: string): string {
  return name.includes("xn--") ? name.split(".").map(unicodeLabel).join(".") : name;
}

/** Labels of records, such as `_dmarc` and `*`, are none that IDNA knows: each label is read by itself. */
function unicodeLabel(label: string): string {
  // What cannot be read comes back empty, and stays what it is.
  return (label.startsWith("xn--") && domainToUnicode(label)) || label;
}

/** A name for people to read: `bücher-northwind.de (xn--bcher-northwind-jsb.de)`, which shows what the DNS has too. */
export function displayName(name: string): string {
  const unicode = unicodeName(name);
  return unicode === name ? name : `${unicode} (${name})`;
}

/**
 * What a person writes to choose names, a glob or a name, in the form that {@link choosesName} compares: one form of each
 * letter, lower case, one trailing dot gone, as {@link parseName} reads names.
 */
export function nameSelector(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("\u3002", ".")
    .replace(/(?<=.)\.$/, "");
}

/**
 * Does what a {@link nameSelector} came to choose this name, in A-labels or in U-labels?
 * @param matches whether one of the forms is what was meant
 */
export function choosesName(matches: (form: string) => boolean, name: string): boolean {
  return matches(name) || (name.includes("xn--") && matches(unicodeName(name)));
}
