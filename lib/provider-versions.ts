import { type Fault, fail, ok, type Result, shown } from "./fault";

/** A provider that stacks take from the registry, and which of its versions they are made for. */
export interface ProviderRange {
  /** Where it comes from, e.g. `cloudflare/cloudflare`. */
  readonly source: string;
  /** The first version: what stacks say was made from its schema. */
  readonly from: string;
  /** The first version that is none of them: a major version may break. */
  readonly below: string;
  /** Versions with which stacks were planned, applied and destroyed, oldest first; of others only the schema was read. */
  readonly tried: readonly string[];
}

/** By the names under which configurations require them. Provider m365 is this package's own, in its version. */
export const PROVIDERS = {
  cloudflare: { source: "cloudflare/cloudflare", from: "5.14.0", below: "6.0.0", tried: ["5.14.0"] },
  azuread: { source: "hashicorp/azuread", from: "3.7.0", below: "4.0.0", tried: ["3.7.0", "3.9.0"] },
  azurerm: { source: "hashicorp/azurerm", from: "4.55.0", below: "5.0.0", tried: [] },
} as const satisfies Readonly<Record<string, ProviderRange>>;

export type ProviderName = keyof typeof PROVIDERS;

/** Versions by provider, as Terraform's constraints. @default all that stacks are made for */
export type ProviderVersions = { readonly [Name in ProviderName]?: string | undefined };

export function isProviderName(name: string): name is ProviderName {
  return Object.hasOwn(PROVIDERS, name);
}

/** Major, minor, patch. */
type Release = readonly [number, number, number];

/** One part of a constraint, e.g. `~> 5.20`. */
interface Term {
  readonly op: string;
  /** As it is written, one to three numbers. */
  readonly version: string;
}

/** A set of releases: an interval without its end, less some. */
interface Releases {
  readonly from: Release;
  readonly below: Release;
  readonly without: readonly Release[];
}

const NUMBER = "(?:0|[1-9]\\d{0,8})";
const TERM = new RegExp(`^(=|!=|>=|<=|>|<|~>)?\\s*(${NUMBER}(?:\\.${NUMBER}){0,2})$`);

/** Beyond every release. */
const NONE: Release = [Number.POSITIVE_INFINITY, 0, 0];

/**
 * Reads a constraint for a provider's versions as Terraform understands it, e.g. `~> 5.20` or `>= 5.14.0, < 5.22.0`. It
 * must hold a release that stacks are made for, and no other; pre-releases are none.
 * https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 * @returns the constraint in its one spelling; without a text, all versions that stacks are made for
 */
export function versionConstraint(name: ProviderName, text?: string): Result<string> {
  const all = rangeOf(name);
  if (text === undefined) return ok(all);
  const terms = termsOf(text);
  if (!terms) {
    return fail({
      message: "no constraint of Terraform's for released versions",
      received: shown(text),
      expected: `one such as "~> ${firstMinor(name)}", "${PROVIDERS[name].from}" or "${all}"`,
    });
  }
  const written = terms.map(({ op, version }) => (op === "=" ? version : `${op} ${version}`)).join(", ");
  const faults = faultsOf(name, written, meeting(terms), all);
  return faults.length === 0 ? ok(written) : fail(...faults);
}

function faultsOf(name: ProviderName, written: string, wanted: Releases, all: string): readonly Fault[] {
  const { source, from, below } = PROVIDERS[name];
  const received = JSON.stringify(written);
  if (lowest(wanted) === undefined) return [{ message: "no version can meet all of it", received }];
  const [first, end] = [releaseOf(from), releaseOf(below)];
  const missing = [
    ...(compare(wanted.from, first) < 0 ? [`>= ${from}`] : []),
    ...(compare(wanted.below, end) > 0 ? [`< ${below}`] : []),
  ];
  if (missing.length === 0) return [];
  const isApart = compare(wanted.from, end) >= 0 || compare(wanted.below, first) <= 0;
  return [
    {
      message: `allows versions of ${source} that stacks are not made for`,
      received,
      expected: `versions within ${all}`,
      ...(isApart ? {} : { fix: `write ${JSON.stringify([written, ...missing].join(", "))}` }),
    },
  ];
}

/**
 * The lowest release that meets a constraint, which is the one that a stand-in takes the place of.
 * @returns `undefined` if the text is no constraint, or nothing meets it
 */
export function lowestVersion(constraint: string): string | undefined {
  const terms = termsOf(constraint);
  return terms && lowest(meeting(terms))?.join(".");
}

/** Is a version one of a constraint's? `undefined` where either is in no form that is read here, as pre-releases are. */
export function meets(version: string, constraint: string): boolean | undefined {
  if (!termsOf(version) || !termsOf(constraint)) return undefined;
  return lowestVersion(`${constraint}, ${version}`) !== undefined;
}

/** Orders released versions, the oldest first. */
export function compareVersions(a: string, b: string): number {
  return compare(releaseOf(a), releaseOf(b));
}

function rangeOf(name: ProviderName): string {
  return `>= ${PROVIDERS[name].from}, < ${PROVIDERS[name].below}`;
}

function firstMinor(name: ProviderName): string {
  return PROVIDERS[name].from.split(".").slice(0, 2).join(".");
}

/** The parts of a constraint; `undefined` if one of them is none. */
function termsOf(text: string): readonly Term[] | undefined {
  const matches = text.split(",").map((part) => TERM.exec(part.trim()));
  const terms = matches.flatMap((match) => (match ? [{ op: match[1] ?? "=", version: match[2] ?? "" }] : []));
  return terms.length < matches.length ? undefined : terms;
}

/** What meets every term. Parts that are left out are zero, save those that `~>` lets grow. */
function meeting(terms: readonly Term[]): Releases {
  let [from, below]: readonly [Release, Release] = [[0, 0, 0], NONE];
  const without: Release[] = [];
  for (const { op, version } of terms) {
    const release = releaseOf(version);
    const [major, minor] = release;
    if (op === "!=") without.push(release);
    const starts = { "=": release, ">=": release, "~>": release, ">": after(release) }[op];
    const grown: Release = version.split(".").length > 2 ? [major, minor + 1, 0] : [major + 1, 0, 0];
    const ends = { "=": after(release), "<=": after(release), "<": release, "~>": grown }[op];
    if (starts && compare(starts, from) > 0) from = starts;
    if (ends && compare(ends, below) < 0) below = ends;
  }
  return { from, below, without };
}

function lowest({ from, below, without }: Releases): Release | undefined {
  let release = from;
  while (without.some((other) => compare(other, release) === 0)) release = after(release);
  return compare(release, below) < 0 ? release : undefined;
}

function releaseOf(version: string): Release {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return [major, minor, patch];
}

function after([major, minor, patch]: Release): Release {
  return [major, minor, patch + 1];
}

function compare(a: Release, b: Release): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
