import type { Path } from "../fault";
import { isMapping } from "../mapping";
import { read } from "../schema/explain";
import type { EstateFault } from "./estate-fault";
import type { EstateInput } from "./input";
import { existingPath, writtenPath } from "./locate";
import type { Estate, EstateDomain, EstatePlace } from "./model";
import { isRemoved, prune } from "./prune";
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

/**
 * Checks the form of each part, then resolves those that have it, so that one pass reports all it can.
 * @param root the estate as read from files or written in TypeScript
 */
export function check(root: unknown): Checked {
  if (root === null) return { ok: false, faults: [{ path: [], message: "the estate is empty" }] };
  const head = read(EstateHeadSchema, root, []);
  const domains: Domains = new Map();
  const faults: EstateFault[] = head.ok ? [] : [...head.faults];
  const removed: Path[] = [];
  for (const [key, value] of domainMembers(root)) {
    const domain = read(DomainSchema, value, ["domains", key]);
    if (domain.ok) {
      domains.set(key, domain.value);
      continue;
    }
    faults.push(...domain.faults);
    const pruned = prune(value, domain.faults, ["domains", key]);
    const left = pruned && read(DomainSchema, pruned.value, ["domains", key]);
    domains.set(key, left?.ok ? left.value : undefined);
    if (pruned && left?.ok) removed.push(...pruned.removed);
  }
  if (!head.ok) {
    // Without sound defaults and tenants every domain would seem to lack what they give.
    reportNames(domains, (fault) => faults.push(fault));
    return { ok: false, faults };
  }
  const resolution = resolve({ ...head.value, domains });
  faults.push(...resolution.faults.filter(({ path }) => !isRemoved(removed, path)));
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
export function estateOf({ tenants, state, rules, review, domains }: Resolution, written: Written): Estate {
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
