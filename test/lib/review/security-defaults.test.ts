import { declareTenants } from "../../../lib/declare/tenants";
import type { AccessPolicy } from "../../../lib/identity/coverage/policy";
import { reviewContextOf } from "../../../lib/review/context";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { packRules } from "../../../lib/rules/packs";
import { estateOf } from "../estate/memory-files";
import { planOf, type ResourceJson } from "./plan-json";
import { GROUP, policy, policyResource } from "./tenant-plan";

/** An estate of one tenant with these identities, as what it says around plans. */
function estate(identity: string) {
  const read = estateOf(
    `version: 1\ntenants: { contoso: { initialDomain: contoso.onmicrosoft.com, identity: ${identity} } }\ndomains: {}\n`,
  );
  const declared = declareTenants(read);
  if (!declared.ok) throw new Error(JSON.stringify(declared.problems));
  return reviewContextOf(read, declared.tenants);
}

const ON = "{ securityDefaults: true }";
const OFF = "{}";

async function told(base: string, now: string, resources: readonly ResourceJson[] = []) {
  const review = await reviewPlans([planOf("tenant-contoso", resources)], {
    context: estate(now),
    base: estate(base),
    rules: packRules(["recommended"]),
    limits: reviewLimits(),
  });
  return [
    ...review.subjects.flatMap(({ changes, states }) => [
      ...states.map(({ before, after }) => `${before} → ${after}`),
      ...changes.map(({ risk, text }) => `${risk}: ${text}`),
    ]),
    ...review.subjects.flatMap(({ findings: { added, fixed } }) => [
      ...added.map(({ rule, level }) => `found: ${level} ${rule}`),
      ...fixed.map(({ rule }) => `fixed: ${rule}`),
    ]),
    ...new Set(review.exceeded.map(({ limit }) => `asks: ${limit}`)),
  ];
}

test("security defaults that leave the estate leave administrators and legacy clients, and ask", async () => {
  expect(await told(ON, OFF)).toEqual([
    "security defaults → 0 on, 0 report-only, 0 off",
    expect.stringMatching(
      /^high: Security defaults \(MFA for administrators\): a password is enough for holders of Global Administrator, from modern clients \(before: MFA\); .*; and others$/,
    ),
    "high: Security defaults (MFA for Azure management): a password is enough for everyone, at Windows Azure Service Management API, from modern clients (before: MFA)",
    "high: Security defaults (no legacy authentication): everyone is no longer blocked, from legacy clients",
    "low: Security defaults: on → off, as the estate says: no plan does it",
    "found: warning ca-legacy-authentication",
    "found: warning ca-users-without-mfa",
    "fixed: ca-users-without-mfa",
    "asks: sign-ins-weakened",
  ]);
});

test("security defaults that come bind administrators from now on", async () => {
  expect(await told(OFF, ON)).toEqual([
    "0 on, 0 report-only, 0 off → security defaults",
    expect.stringMatching(
      /^high: Security defaults \(MFA for administrators\): holders of Global Administrator except the role Directory Synchronization Accounts now need MFA, from modern clients; .*; and others$/,
    ),
    "high: Security defaults (MFA for Azure management): everyone except the role Directory Synchronization Accounts now needs MFA, at Windows Azure Service Management API, from modern clients",
    "high: Security defaults (no legacy authentication): everyone except the role Directory Synchronization Accounts is blocked now, from legacy clients",
    "low: Security defaults: off → on, as the estate says: no plan does it",
    "found: note ca-users-without-mfa",
    "fixed: ca-legacy-authentication",
    "fixed: ca-users-without-mfa",
    "asks: policy-on",
  ]);
});

test("security defaults that stay say nothing", async () => {
  expect(await told(ON, ON)).toEqual([]);
});

test("policies that take over from security defaults are compared with what those demanded", async () => {
  const reporting = (one: AccessPolicy): AccessPolicy => ({
    ...one,
    state: "enabledForReportingButNotEnforced",
  });
  const all = policy("mfa-all");
  const lines = await told(ON, OFF, [policyResource(reporting(all), all)]);
  // What the emergency accounts, and legacy clients, no longer meet.
  expect(lines.filter((line) => /no longer|^asks|^found/.test(line))).toEqual([
    `high: Security defaults (no legacy authentication): the members of ${GROUP} are no longer blocked, from legacy clients`,
    "medium: Security defaults (no legacy authentication): everyone is no longer blocked and needs MFA, from legacy clients",
    "found: warning ca-legacy-authentication",
    "asks: sign-ins-weakened",
  ]);
});
