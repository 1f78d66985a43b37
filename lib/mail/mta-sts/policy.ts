import { type DnsName, parseName } from "../../dns/name";
import { type Fault, fail, type Result, settle } from "../../fault";
import { type KeptTag, type Span, trimmed } from "../tags";

export const MODES = ["testing", "enforce", "none"] as const;

/** What senders do with a mail exchange that the policy does not cover, or without valid TLS (RFC 8461 §5). */
export type MtaStsMode = (typeof MODES)[number];

/** Seconds; about a year (RFC 8461 §3.2). */
export const LONGEST_MAX_AGE = 31_557_600;

/** The text served at `https://mta-sts.<domain>/.well-known/mta-sts.txt` (RFC 8461 §3.2). */
export interface MtaStsPolicy {
  readonly mode: MtaStsMode;
  /** Seconds for which senders may keep the policy. */
  readonly maxAge: number;
  /** Host names, or `*.` and a name, where the asterisk stands for exactly one label. Never empty unless mode is none. */
  readonly mx: readonly DnsName[];
  /** Fields that the RFC does not know, as written; senders ignore them. */
  readonly extensions: readonly KeptTag[];
}

/** Reads an MX pattern: a host name, or `*.` and a host name. */
export function parseMxPattern(text: string): Result<DnsName> {
  const base = parseName(text.startsWith("*.") ? text.slice(2) : text);
  return base.ok ? parseName(text, "owner") : base;
}

/** Does the pattern stand for the host? The asterisk is one label, no more and no less (RFC 8461 §4.1). */
export function mxMatches(pattern: DnsName, host: DnsName): boolean {
  if (!pattern.startsWith("*.")) return pattern === host;
  const dot = host.indexOf(".");
  return dot > 0 && host.slice(dot + 1) === pattern.slice(2);
}

/** The hosts to which a sender that enforces the policy would not deliver. None if the mode is none. */
export function uncoveredMx(
  policy: Pick<MtaStsPolicy, "mode" | "mx">,
  hosts: readonly DnsName[],
): readonly DnsName[] {
  if (policy.mode === "none") return [];
  return hosts.filter((host) => !policy.mx.some((pattern) => mxMatches(pattern, host)));
}

/**
 * Writes the policy's text. Lines end in CRLF: the grammar allows LF too, the RFC's prose says
 * CRLF-separated, and every reader takes it (§3.2).
 */
export function formatMtaStsPolicy(policy: MtaStsPolicy): string {
  return [
    "version: STSv1",
    `mode: ${policy.mode}`,
    ...policy.mx.map((pattern) => `mx: ${pattern}`),
    `max_age: ${policy.maxAge}`,
    ...policy.extensions.map(({ name, value }) => `${name}: ${value}`),
    "",
  ].join("\r\n");
}

interface Field extends KeptTag {
  readonly valueAt: Span;
}

const FIELD_NAME = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,31}):/;

/**
 * Reads a policy's text, lines ending in CRLF or LF. Of a repeated field, `mx` apart, the first counts (§3.2);
 * every other deviation is a fault.
 */
export function parseMtaStsPolicy(text: string): Result<MtaStsPolicy> {
  const faults: Fault[] = [];
  const fields = readFields(text, faults);
  const first = (name: string) => fields.find((field) => field.name === name);
  const required = (name: string, expected: string) => {
    const field = first(name);
    if (field) return field;
    faults.push({ at: { offset: text.length, length: 0 }, message: `no ${name} field`, expected });
    return undefined;
  };

  const version = required("version", "version: STSv1");
  if (version && version.value !== "STSv1") faults.push(wrong(version, "unknown version", "STSv1"));
  const modeField = required("mode", "mode: testing, mode: enforce or mode: none");
  const mode = MODES.find((known) => known === modeField?.value);
  if (modeField && !mode) faults.push(wrong(modeField, "unknown mode", MODES.join(", ")));
  const maxAge = required("max_age", "max_age: 604800");
  const seconds = /^\d{1,10}$/.test(maxAge?.value ?? "") ? Number(maxAge?.value) : Number.NaN;
  if (maxAge && !(seconds <= LONGEST_MAX_AGE)) {
    faults.push(wrong(maxAge, "max_age is out of range", `seconds from 0 to ${LONGEST_MAX_AGE}`));
  }
  const mx: DnsName[] = [];
  for (const field of fields.filter(({ name }) => name === "mx")) {
    const pattern = parseMxPattern(field.value);
    if (pattern.ok) mx.push(pattern.value);
    else faults.push(...pattern.faults.map((fault) => ({ ...fault, at: field.valueAt })));
  }
  if (mode !== "none" && !first("mx")) required("mx", "mx: and a host name or *.domain");
  if (mode === undefined) return fail(...faults);

  const known = new Set(["version", "mode", "max_age", "mx"]);
  const extensions = fields.filter(({ name }) => !known.has(name));
  return settle(faults, () => ({
    mode,
    maxAge: seconds,
    mx,
    extensions: extensions.map(({ name, value }) => ({ name, value })),
  }));
}

function readFields(text: string, faults: Fault[]): readonly Field[] {
  const fields: Field[] = [];
  let offset = 0;
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const bare = line.endsWith("\r") ? line.slice(0, -1) : line;
    const name = FIELD_NAME.exec(bare)?.[1];
    const start = name === undefined ? 0 : name.length + 1;
    const { text: value, at: valueAt } = trimmed(bare.slice(start), offset + start, " \t");
    if (name !== undefined && /^[\x20-\x7e]+$/.test(value)) {
      if (name === "mx" || !fields.some((field) => field.name === name))
        fields.push({ name, value, valueAt });
    } else if (bare !== "" || index < lines.length - 1) {
      const at = { offset, length: bare.length };
      faults.push({
        at,
        message: "line is not a field",
        received: JSON.stringify(bare),
        expected: "name: value",
      });
    }
    offset += line.length + 1;
  }
  return fields;
}

function wrong(field: Field, message: string, expected: string): Fault {
  return { at: field.valueAt, message, received: JSON.stringify(field.value), expected };
}
