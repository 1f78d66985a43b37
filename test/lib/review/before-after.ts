import type { DnsName } from "../../../lib/dns/name";
import { isRecordType } from "../../../lib/dns/parse-record";
import { inferredIntent } from "../../../lib/posture/intent";
import type { KnownRecord, MailPosture, Posture, UnknownRecord } from "../../../lib/posture/model";
import type { Change, DomainBeforeAfter, Topic, UNKNOWN_WORDS } from "../../../lib/review/changes/change";
import { nameOf, recordOf } from "../rules/fixture";

/** One side of a domain: `contoso.com MX 0 mx.contoso.net` each, and `contoso.com MX (known after apply)` what is not known. */
export interface SideLines {
  readonly records: readonly string[];
  /** The text of the MTA-STS policy. */
  readonly policy?: string;
  /** Other domains on this side. */
  readonly beside?: Readonly<Record<string, readonly string[]>>;
}

const UNREADABLE = /^(?<name>\S+) (?<type>\S+) (?<data>.*) \(not readable\)$/;
const UNKNOWN = /^(?<name>\S+) (?<type>\S+) \((?<why>.*)\)$/;

function mailOf(domain: string, lines: readonly string[], policy?: string): MailPosture {
  const records: KnownRecord[] = [];
  const unknown: UnknownRecord[] = [];
  for (const line of lines) {
    const later = unknownOf(line) ?? unreadableOf(line);
    if (later) unknown.push(later);
    else records.push({ record: recordOf(line), where: {} });
  }
  const name = nameOf(domain);
  return {
    domain: name,
    intent: inferredIntent(
      name,
      records.map(({ record }) => record),
    ),
    records,
    unknown,
    ...(policy === undefined ? {} : { mtaStsPolicy: { kind: "text", text: policy, where: {} } }),
    where: {},
  };
}

function unknownOf(line: string): UnknownRecord | undefined {
  const { name = "", type = "", why = "" } = UNKNOWN.exec(line)?.groups ?? {};
  const reason = REASONS.find((one) => one === why);
  return reason && isRecordType(type) ? { name: nameOf(name), type, why: reason, where: {} } : undefined;
}

/** `contoso.com HTTPS 1 . ohttp=x (not readable)`: what is there as it is written. */
function unreadableOf(line: string): UnknownRecord | undefined {
  const { name = "", type = "", data = "" } = UNREADABLE.exec(line)?.groups ?? {};
  if (!isRecordType(type)) return undefined;
  return { name: nameOf(name), type, why: "unreadable", data, where: {} };
}

const REASONS = [
  "known after apply",
  "no answer",
  "sensitive",
  "routed",
] as const satisfies readonly (keyof typeof UNKNOWN_WORDS)[];

/** contoso.com on two sides of a plan; a side left out is one on which Terraform does not manage it. */
export function contoso(
  before: readonly string[] | SideLines | undefined,
  after: readonly string[] | SideLines,
  more: Partial<Pick<DomainBeforeAfter, "connectorValidated" | "mailDomains">> = {},
): DomainBeforeAfter {
  const [from, to] = [before && side(before), side(after)];
  return {
    domain: "contoso.com" as DnsName,
    ...(from ? { before: from.mail } : {}),
    after: to.mail,
    postures: { before: from?.posture ?? posture([]), after: to.posture },
    ...more,
  };
}

/** What a topic says of contoso.com. */
export function stateWith(topic: Topic, lines: readonly string[] | SideLines): string {
  const { mail, posture: world } = side(lines);
  return topic.state(mail, world);
}

function side(lines: readonly string[] | SideLines) {
  const { records, policy, beside = {} }: SideLines = "records" in lines ? lines : { records: lines };
  const mail = mailOf("contoso.com", records, policy);
  const others = Object.entries(beside).map(([domain, held]) => mailOf(domain, held));
  return { mail, posture: posture([mail, ...others]) };
}

function posture(domains: readonly MailPosture[]): Posture {
  return { source: "planned", domains, tenants: [], outside: [] };
}

/** `medium: MX now also mx.contoso.net (a host that …)`. */
export function sentences(changes: readonly Change[]): readonly string[] {
  return changes.map(({ risk, text, why }) => `${risk}: ${text}${why === undefined ? "" : ` (${why})`}`);
}
