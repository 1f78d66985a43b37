import { type DnsName, parseName } from "../dns/name";
import { type Fault, fail, ok, type Result, settle, within } from "../fault";
import type { SenderEntry } from "./catalogue";
import { ownSpf } from "./spf";
import { fill, type Scope } from "./template";
import { type NamedUse, readUse } from "./use";
import { readValues, type SenderValuesRead } from "./values";

/** A selector of the sender's: an alias to its key, or the key record itself. */
export type SenderDkim = {
  readonly selector: string;
  /** Unique among the sender's selectors: the selector, and the subdomain that signs if it is not the domain. */
  readonly key: string;
  /** Owner relative to the mail domain: `s1._domainkey`. */
  readonly label: string;
} & ({ readonly target: DnsName } | { readonly txt: string });

/** Another record that the sender wants. */
export type SenderRecord = {
  readonly purpose: "return-path" | "verification";
  /** Unique among the sender's records of that purpose; it names a role, never a value. */
  readonly key: string;
  /** Owner relative to the mail domain; `@` is the domain itself. */
  readonly label: string;
} & (
  | { readonly type: "CNAME"; readonly target: DnsName }
  | { readonly type: "TXT"; readonly value: string }
  | { readonly type: "MX"; readonly preference: number; readonly exchange: DnsName }
);

/** What a sender needs in a domain's zone. */
export interface SenderParts {
  readonly name: string;
  readonly title: string;
  /** Includes for the domain's own SPF record: only if the sender's mail aligns through it. */
  readonly spfIncludes: readonly string[];
  /** Domains for `a:` mechanisms there, where the sender documents that in place of an include. */
  readonly spfA: readonly string[];
  readonly dkim: readonly SenderDkim[];
  readonly records: readonly SenderRecord[];
}

/**
 * Looks a sender up in the catalogue and fills its records with the values of the use.
 * All faults are reported, with paths relative to the use (`["sendgrid", "account"]`).
 * @param use plain data: what a file says, and what the catalogue gives as an example
 */
export function resolveUse(use: unknown, domain: DnsName): Result<SenderParts> {
  const named = readUse(use);
  if (!named.ok) return named;
  const values = readValues(named.value, domain);
  if (!values.ok) return values;
  return assemble(named.value, values.value, domain);
}

function assemble(use: NamedUse, values: SenderValuesRead, domain: DnsName): Result<SenderParts> {
  const { name, entry, path } = use;
  const spf = ownSpf(use, values);
  const dkim = entry.dkim.flatMap((template) => fillDkim(template, values, domain));
  const records = entry.records.flatMap((template) => fillRecord(template, values, domain));
  const faults: Fault[] = [
    ...(spf.ok ? [] : spf.faults),
    ...[...dkim, ...records].flatMap((part) => (part.ok ? [] : part.faults)).map((f) => within(f, ...path)),
  ];
  return settle(faults, () => ({
    name,
    title: entry.title,
    spfIncludes: spf.ok ? spf.value.includes : [],
    spfA: spf.ok ? spf.value.a : [],
    dkim: dkim.flatMap((part) => (part.ok ? [part.value] : [])),
    records: records.flatMap((part) => (part.ok ? [part.value] : [])),
  }));
}

type DkimTemplate = SenderEntry["dkim"][number];
type RecordTemplate = SenderEntry["records"][number];

function fillDkim(
  template: DkimTemplate,
  values: SenderValuesRead,
  domain: DnsName,
): readonly Result<SenderDkim>[] {
  if (!holds(template.when, values)) return [];
  const below = template.below === undefined ? undefined : values.scope.get(template.below);
  const suffix = below === undefined ? "" : `.${below}`;
  return scopes(template.each, values).map((scope): Result<SenderDkim> => {
    const selector = fill(template.selector, scope);
    const place = { selector, key: `${selector}${suffix}`, label: `${selector}._domainkey${suffix}` };
    const owner = readOwner(place.label, domain);
    if ("key" in template) return owner.ok ? ok({ ...place, txt: fill(template.key, scope) }) : owner;
    const target = parseName(fill(template.cname, scope), "owner");
    return owner.ok && target.ok ? ok({ ...place, target: target.value }) : failures(owner, target);
  });
}

function fillRecord(
  template: RecordTemplate,
  values: SenderValuesRead,
  domain: DnsName,
): readonly Result<SenderRecord>[] {
  if (!holds(template.when, values)) return [];
  const { scope } = values;
  const label = fill(template.label, scope);
  const place = { purpose: template.purpose, key: fill(template.key, scope), label };
  const owner = readOwner(label, domain);
  if (template.type === "TXT") {
    return [owner.ok ? ok({ ...place, type: "TXT", value: fill(template.value, scope) }) : owner];
  }
  const target = parseName(
    fill(template.type === "CNAME" ? template.target : template.exchange, scope),
    "owner",
  );
  if (!owner.ok || !target.ok) return [failures(owner, target)];
  return [
    template.type === "CNAME"
      ? ok({ ...place, type: "CNAME", target: target.value })
      : ok({ ...place, type: "MX", preference: template.preference, exchange: target.value }),
  ];
}

/** A filled name can still be too long for its domain. */
function readOwner(label: string, domain: DnsName): Result<DnsName> {
  return label === "@" ? ok(domain) : parseName(`${label}.${domain}`, "owner");
}

function failures(...results: readonly Result<unknown>[]): ReturnType<typeof fail> {
  return fail(...results.flatMap((result) => (result.ok ? [] : result.faults)));
}

function holds(when: string | undefined, { scope, lists }: SenderValuesRead): boolean {
  return when === undefined || scope.has(when) || lists.has(when);
}

/** One scope, or one for each text of the list `each` names, with `{item}` and `{n}`. */
function scopes(each: string | undefined, { scope, lists }: SenderValuesRead): readonly Scope[] {
  if (each === undefined) return [scope];
  return (lists.get(each) ?? []).map(
    (item, index) => new Map([...scope, ["item", item], ["n", String(index + 1)]]),
  );
}
