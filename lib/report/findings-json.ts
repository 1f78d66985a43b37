import { type DnsRecord, recordData } from "../dns/record";
import { type Finding, findingPath } from "../rules/finding";
import type { NotJudged } from "../rules/not-judged";
import { type Score, scoreJson } from "./score";

/** One finding as programs read it: the shape of `check --format json`. */
export interface FindingJson {
  readonly rule: string;
  readonly level: string;
  /** An error only because a control list makes it one: `check` fails on it, `synth` and `review` do not. */
  readonly goal?: true;
  /** The domain; for a tenant, `tenant` stands in its place. */
  readonly domain?: string;
  readonly tenant?: string;
  /** `declared`, `planned` or `observed`. */
  readonly source: string;
  /** Keys of the estate, a resource's address, or a name of the DNS; may be empty. */
  readonly path: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly received?: string;
  readonly expected?: string;
  readonly fix?: string;
  /** Records to write instead, where they could be worked out. */
  readonly instead?: readonly {
    readonly name: string;
    readonly type: string;
    readonly ttl: number;
    readonly data: string;
  }[];
}

/** A finding as programs read it. */
export function findingJson(finding: Finding): FindingJson {
  const { rule, level, goal, source, of, subject, message, received, expected, fix, instead, where } =
    finding;
  return {
    rule,
    level,
    ...(goal ? { goal } : {}),
    ...(of === "domain" ? { domain: subject } : { tenant: subject }),
    source,
    path: findingPath(finding),
    ...(where.file === undefined ? {} : { file: where.file }),
    ...(where.line === undefined ? {} : { line: where.line }),
    ...(where.column === undefined ? {} : { column: where.column }),
    message,
    ...(received === undefined ? {} : { received }),
    ...(expected === undefined ? {} : { expected }),
    ...(fix === undefined ? {} : { fix }),
    ...(instead === undefined ? {} : { instead: instead.map(recordJson) }),
  };
}

function recordJson(record: DnsRecord): NonNullable<FindingJson["instead"]>[number] {
  return { name: record.name, type: record.type, ttl: record.ttl, data: recordData(record) };
}

/** A control that no rule has judged, as programs read it. */
export interface NotJudgedJson {
  /** Tells it from a finding, which has a `rule` instead. */
  readonly notJudged: string;
  /** The list that the control is in: `scuba`, `cis`, `bulk-sender`. */
  readonly pack: string;
  readonly asks: string;
  /** The part that is not judged; left out where nothing of it is. */
  readonly part?: string;
  /** Where it is judged for other tenants. */
  readonly tenants?: readonly string[];
  /** Why it could not be read, or what the tenant has not bought; left out where it was not to be read. */
  readonly why?: string;
  /** It was to be read and could not be: nobody knows. */
  readonly lost?: true;
  /** Where one looks instead. */
  readonly place: string;
  readonly look: string;
}

/** A control that no rule has judged, as programs read it. */
export function notJudgedJson({
  list,
  control,
  asks,
  part,
  tenants,
  look,
  why,
  lost,
}: NotJudged): NotJudgedJson {
  return {
    notJudged: control,
    pack: list,
    asks,
    ...(part === undefined ? {} : { part }),
    ...(tenants === undefined ? {} : { tenants }),
    ...(why === undefined ? {} : { why }),
    ...(lost ? { lost } : {}),
    place: look.place,
    look: look.how,
  };
}

/**
 * `[{rule, level, domain, path, line, message, fix, …}, {notJudged, pack, asks, …}, {score, met, judged}]`: the findings in
 * their order, then the controls that no rule has judged, then the scores, where there are any.
 */
export function findingsJson(
  findings: readonly Finding[],
  notJudged: readonly NotJudged[] = [],
  scores: readonly Score[] = [],
): string {
  const entries = [...findings.map(findingJson), ...notJudged.map(notJudgedJson), ...scores.map(scoreJson)];
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
