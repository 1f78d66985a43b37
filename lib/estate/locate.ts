import { type DnsName, parseName } from "../dns/name";
import type { Path } from "../fault";
import { isMapping } from "../mapping";
import type { ResolvedDomain } from "./resolve/estate";

/** How far a path can be followed in a value: the number of keys that exist. */
function depthOf(root: unknown, path: Path): number {
  let value = root;
  for (const [depth, key] of path.entries()) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return depth;
    value = isMapping(value) ? value[key] : (value as readonly unknown[])[Number(key)];
  }
  return path.length;
}

/** A path, cut where the value that it leads to ends. */
export function existingPath(root: unknown, path: Path): Path {
  return path.slice(0, depthOf(root, path));
}

/**
 * From a path in a domain's resolved options to the path in the estate where that value was written: the
 * domain's own value, else the default it came from, else the nearest value of the domain around it.
 */
export function writtenPath(root: unknown, domain: ResolvedDomain, path: Path): Path {
  const entry: Path = ["domains", domain.key];
  const { below, rest } = intoSubdomain(domain, path);
  const own = [...below, ...rest];
  // Of a value that nobody has, nothing tells where it ends.
  if (root === undefined) return [...entry, ...own];
  const found = depthOf(root, [...entry, ...own]) - entry.length;
  const [section, ...deeper] = rest;
  const beside = section === undefined ? undefined : BESIDE[section];
  if (below.length === 0 && beside !== undefined && found < 2) {
    const key = keyOf(root, beside, domain.name);
    if (key !== undefined) return existingPath(root, [beside, key, ...deeper]);
  }
  const tenant = domain.options.tenant?.name;
  if (section === "tenant" && deeper.length > 0 && tenant !== undefined)
    return ["tenants", tenant, ...deeper];
  const byDefault: Path = ["defaults", ...rest];
  const foundByDefault = Math.max(0, depthOf(root, byDefault) - 1);
  if (foundByDefault > 0 && foundByDefault > found - below.length)
    return byDefault.slice(0, foundByDefault + 1);
  return [...entry, ...own.slice(0, Math.max(0, found))];
}

/** What an estate may say of a domain beside its entry, by the key in the entry or the options. */
const BESIDE: Readonly<Record<string, string>> = { import: "imports", asFound: "asFound" };

/** The domain's key in such a section, as it is written. */
function keyOf(root: unknown, section: string, domain: DnsName): string | undefined {
  const entries = isMapping(root) ? root[section] : undefined;
  return Object.keys(isMapping(entries) ? entries : {}).find((key) => {
    const parsed = parseName(key);
    return parsed.ok && parsed.value === domain;
  });
}

/** `["subdomains", "news", …]` with the subdomain's key as it is written. */
function intoSubdomain(domain: ResolvedDomain, path: Path): { readonly below: Path; readonly rest: Path } {
  const [first, name, ...rest] = path;
  const key = first === "subdomains" && typeof name === "string" ? domain.subdomainKeys.get(name) : undefined;
  return key === undefined ? { below: [], rest: path } : { below: ["subdomains", key], rest };
}
