import { closest } from "../closest";
import { type Fault, fail, ok, type Result, within } from "../fault";
import { BASELINE_KEYS, type BaselineKey, isBaselineKey } from "./baselines";
import { PACKS, type Pack, packed, packKeys } from "./baselines/packs";
import { forDirectorySync, stopsSync, syncFaults, untoldSync } from "./directory-sync";
import type { PlannedPolicy } from "./identity-plan";
import { KEY } from "./named-locations";
import type { Licence, MfaOptions, PolicyOptions, PrincipalsOptions } from "./options";
import { type PolicyContext, parsePolicy } from "./parse-policy";
import type { Policy } from "./policy";

/** What an override of a baseline policy may say. */
const OVERRIDES: ReadonlySet<string> = new Set([
  "state",
  "displayName",
  "include",
  "exclude",
  "excludeLocations",
]);

/**
 * The baseline's policies as the options change them, and those that the options add, sorted by key. Each starts
 * in report-only unless the options say otherwise.
 */
export function planPolicies(
  mfa: MfaOptions,
  context: PolicyContext,
  breakGlass: string,
): Result<readonly PlannedPolicy[]> {
  const pack = PACKS[mfa.baseline ?? "microsoft"];
  const licence = mfa.licence ?? "p1";
  const own = mfa.policies ?? {};
  const faults: Fault[] = [];
  const planned: PlannedPolicy[] = [];
  for (const key of [...new Set([...packKeys(pack), ...Object.keys(own)])].sort()) {
    const options = Object.hasOwn(own, key) ? own[key] : undefined;
    const policy = isBaselineKey(key)
      ? planBaseline(pack, key, options, mfa, context)
      : planOwn(key, options ?? {}, licence, context);
    if (!policy) continue;
    if (policy.ok)
      planned.push({ key, state: options?.state ?? "report-only", breakGlass, policy: policy.value });
    else faults.push(...policy.faults.map((fault) => within(fault, "policies", key)));
  }
  faults.push(...syncFaults(mfa), ...repeatedNames(planned));
  return faults.length > 0 ? fail(...faults) : ok(planned);
}

/** `undefined` for a policy that the licence rules out and that nobody asked for by name. */
function planBaseline(
  pack: Pack,
  key: BaselineKey,
  options: PolicyOptions | undefined,
  { licence = "p1", directorySync }: MfaOptions,
  context: PolicyContext,
): Result<Policy> | undefined {
  const { policy: listed, licence: needed } = packed(pack, key);
  if (needed === "p2" && licence === "p1") return options && fail(licenceFault([]));
  const policy = forDirectorySync(listed, directorySync ?? (pack.noExcludedRoles ? undefined : "role"));
  if (!options) return parsePolicy(policy, context);
  const faults: Fault[] = Object.keys(options)
    .filter((option) => !OVERRIDES.has(option))
    .map((option) => ({
      path: [option],
      message: `${option} of a baseline policy is the baseline's`,
      expected: [...OVERRIDES].join(" | "),
      fix: "for other terms, write a policy under a name of your own and set this one's state to off",
    }));
  if (options.state === "on" && stopsSync(listed) && pack.noExcludedRoles && directorySync === undefined) {
    faults.push(untoldSync());
  }
  const merged = parsePolicy(override(policy, options), context);
  return merged.ok && faults.length === 0 ? merged : fail(...faults, ...(merged.ok ? [] : merged.faults));
}

/** Own values stand first, so that their faults keep their places. */
function override(
  policy: PolicyOptions & { readonly displayName: string },
  options: PolicyOptions,
): PolicyOptions & { readonly displayName: string } {
  const { exclude, excludeLocations } = options;
  return {
    ...policy,
    displayName: options.displayName ?? policy.displayName,
    ...(options.include === undefined ? {} : { include: options.include }),
    ...(exclude ? { exclude: joined(exclude, policy.exclude ?? {}) } : {}),
    ...(excludeLocations
      ? { excludeLocations: [excludeLocations, policy.excludeLocations ?? []].flat() }
      : {}),
  };
}

function joined(own: PrincipalsOptions, baseline: PrincipalsOptions): PrincipalsOptions {
  // Of a baseline no policy leaves out guests of some kinds alone.
  const guests = baseline.guests === true ? true : (own.guests ?? baseline.guests);
  return {
    users: [...(own.users ?? []), ...(baseline.users ?? [])],
    groups: [...(own.groups ?? []), ...(baseline.groups ?? [])],
    roles: [...(own.roles ?? []), ...(baseline.roles ?? [])],
    ...(guests === undefined ? {} : { guests }),
  };
}

function planOwn(
  key: string,
  options: PolicyOptions,
  licence: Licence,
  context: PolicyContext,
): Result<Policy> {
  if (Object.keys(options).every((option) => OVERRIDES.has(option))) {
    const near = closest(key, BASELINE_KEYS);
    return fail({
      path: [],
      message: "no baseline policy has this name, and a policy of your own says what it does",
      received: JSON.stringify(key),
      expected: "grant or session",
      ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
    });
  }
  const faults: Fault[] = [];
  if (!KEY.test(key)) {
    faults.push({
      path: [],
      message: "not a name for a policy",
      received: JSON.stringify(key),
      expected: "lower-case letters, digits and inner hyphens",
    });
  }
  for (const risk of ["signInRisk", "userRisk", "insiderRisk"] as const) {
    if (options[risk] !== undefined && licence === "p1") faults.push(licenceFault([risk]));
  }
  const { state: _, ...policy } = options;
  const parsed = parsePolicy({ ...policy, displayName: options.displayName ?? key }, context);
  return parsed.ok && faults.length === 0 ? parsed : fail(...faults, ...(parsed.ok ? [] : parsed.faults));
}

function licenceFault(path: readonly string[]): Fault {
  return {
    path,
    message: "risk policies need Entra ID P2",
    received: "mfa.licence p1",
    fix: "write mfa: { licence: p2 } if every user whom the policy reaches has it",
  };
}

/** Two policies of one name cannot be told apart in the tenant's logs. */
function repeatedNames(policies: readonly PlannedPolicy[]): readonly Fault[] {
  const first = new Map<string, string>();
  return policies.flatMap(({ key, policy: { displayName } }) => {
    const other = first.get(displayName.toLowerCase());
    if (other === undefined) first.set(displayName.toLowerCase(), key);
    if (other === undefined) return [];
    return {
      path: ["policies", key, "displayName"],
      message: `the policy ${other} has the same name`,
      received: JSON.stringify(displayName),
    };
  });
}
