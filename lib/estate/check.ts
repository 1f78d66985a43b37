import type * as v from "valibot";
import { type Path, shown } from "../fault";
import { isMapping } from "../mapping";
import { read, type SchemaFault } from "../schema/explain";
import { looksLikeReference } from "../schema/scalars";
import type { EstateFault } from "./estate-fault";
import type { DomainInput, EstateInput } from "./input";
import { existingPath, writtenPath } from "./locate";
import type { Estate, EstateDomain, EstatePlace } from "./model";
import { prune, pruneHead, removal } from "./prune";
import { type Resolution, reportNames, resolve } from "./resolve/estate";
import { DomainSchema } from "./schema/domain";
import { EstateHeadSchema } from "./schema/estate";

type Domains = Map<string, EstateInput["domains"][string] | undefined>;

/** An estate's value checked and resolved, or everything that is wrong with it. */
export type Checked =
  | { readonly ok: true; readonly resolution: Resolution }
  | {
      readonly ok: false;
      readonly faults: readonly EstateFault[];
      /** What could be resolved all the same, for finding what is wrong between domains. */
      readonly rest?: { readonly resolution: Resolution; readonly removed: readonly Path[] };
    };

/** Reads what stands beside the domains, which are left as they are written. */
export function readHead(root: unknown): Part<v.InferOutput<typeof EstateHeadSchema>> {
  const head = read(EstateHeadSchema, root, []);
  if (!head.ok) return head;
  const { domains: _, ...rest } = head.value;
  return withoutReferences(head, rest, []);
}

/** Reads a domain's entry. */
export function readDomain(value: unknown, key: string): Part<DomainInput> {
  const domain = read(DomainSchema, value, ["domains", key]);
  return domain.ok ? withoutReferences(domain, domain.value, ["domains", key]) : domain;
}

type Part<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: SchemaFault[] };

/**
 * Nothing in an estate may look like a reference of cdktf's or the AWS CDK's: only programs have those, and text that looks
 * so would be published as another's value.
 */
function withoutReferences<T>(part: Part<T>, value: unknown, at: Path): Part<T> {
  const faults = referencesIn(value, at);
  return faults.length > 0 ? { ok: false, faults } : part;
}

function referencesIn(value: unknown, path: Path): SchemaFault[] {
  if (typeof value === "string") return looksLikeReference(value) ? [referenceFault(value, path)] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => referencesIn(one, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    ...(looksLikeReference(key) ? [{ ...referenceFault(key, [...path, key]), atKey: true as const }] : []),
    ...referencesIn(one, [...path, key]),
  ]);
}

function referenceFault(text: string, path: Path): SchemaFault {
  return {
    path,
    message: "text that cdktf or the AWS CDK would take for a reference",
    received: shown(text),
    expected: "text that they leave as it is",
  };
}

/**
 * Checks the form of each part, then resolves those that have it, so that one pass reports all it can.
 * @param root the estate as read from files or written in TypeScript
 */
export function check(root: unknown): Checked {
  if (root === null) return { ok: false, faults: [{ path: [], message: "the estate is empty" }] };
  const head = readHead(root);
  const domains: Domains = new Map();
  const faults: EstateFault[] = head.ok ? [] : [...head.faults];
  const removed: Path[] = [];
  for (const [key, value] of domainMembers(root)) {
    const domain = readDomain(value, key);
    if (domain.ok) {
      domains.set(key, domain.value);
      continue;
    }
    for (const fault of domain.faults) faults.push(fault);
    const pruned = prune(value, domain.faults, ["domains", key]);
    const left = pruned && readDomain(pruned.value, key);
    domains.set(key, left?.ok ? left.value : undefined);
    if (pruned && left?.ok) removed.push(...pruned.removed);
  }
  const rest = head.ok ? undefined : pruneHead(root, head.faults);
  const known = rest ? readHead(rest.value) : head;
  // Without sound defaults and tenants every domain would seem to lack what they give.
  const areLeft = rest?.leavesDomains ?? true;
  if (!known.ok || !areLeft) reportNames(domains, (fault) => faults.push(fault));
  if (!known.ok) return { ok: false, faults };
  for (const path of rest?.removed ?? []) removed.push(path);
  const resolution = resolve({ ...known.value, domains: areLeft ? domains : new Map() });
  const isRemoved = removal(removed);
  for (const fault of resolution.faults) if (!isRemoved(fault.path)) faults.push(fault);
  return faults.length > 0 ? { ok: false, faults, rest: { resolution, removed } } : { ok: true, resolution };
}

function domainMembers(root: unknown): [string, unknown][] {
  return isMapping(root) && isMapping(root.domains) ? Object.entries(root.domains) : [];
}

/** An estate as it was written, asked only for places. */
export interface Written {
  /** Its value. */
  readonly root: unknown;
  /** Turns a path from the root into a place, where there are files. */
  place(path: Path): EstatePlace;
}

/** The estate with its look-up of places. */
export function estateOf(
  { tenants, state, providers, rules, review, domains }: Resolution,
  written: Written,
): Estate {
  const sources = new Map<string, EstateDomain["source"]>();
  const placed = domains.map((domain): EstateDomain => {
    const source = (path: Path) => written.place(writtenPath(written.root, domain, path));
    sources.set(domain.name, source);
    const { key, subdomainKeys, ...rest } = domain;
    return { ...rest, source };
  });
  return markResolved({
    version: 1,
    tenants,
    state,
    providers,
    rules,
    review,
    domains: placed,
    locate: (domain, path) => sources.get(domain)?.(path) ?? written.place(["domains"]),
    locateTenant: (tenant, path) => written.place(existingPath(written.root, ["tenants", tenant, ...path])),
    locateRules: (path) => written.place(existingPath(written.root, ["rules", ...path])),
  });
}

/** Estates and domains that were resolved here, and so need no second look. */
const resolved = { estates: new WeakSet<object>(), domains: new WeakSet<object>() };

/** Remembers an estate that was resolved here. */
function markResolved(estate: Estate): Estate {
  for (const domain of estate.domains) resolved.domains.add(domain);
  resolved.estates.add(estate);
  return estate;
}

/** Was the estate resolved here, rather than put together by a program? */
export function isResolvedEstate(value: unknown): value is Estate {
  return typeof value === "object" && value !== null && resolved.estates.has(value);
}

/** Was the domain resolved here, as part of an estate? */
export function isResolvedDomain(value: unknown): value is EstateDomain {
  return typeof value === "object" && value !== null && resolved.domains.has(value);
}
