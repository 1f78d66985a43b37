import type { DeclaredDomain } from "../../lib/declare/estate";
import { exchangeStackName } from "../../lib/declare/exchange";
import { tenantStackName } from "../../lib/declare/tenants";
import type { DomainPlan } from "../../lib/domain/plan";
import type { Estate } from "../../lib/estate";
import type { DomainState, RecordState } from "../../lib/posture/compare";
import { declaredPosture } from "../../lib/posture/from-estate";
import { verifyTenant } from "../../lib/posture/live-tenant";
import { junit } from "../../lib/report/junit";
import { tenantFaults } from "../../lib/report/live-tenant-text";
import { verifyJson } from "../../lib/report/verify-json";
import { type VerifyReport, verifyText } from "../../lib/report/verify-text";
import { chooseRules } from "../../lib/rules/choose-rules";
import { evaluate } from "../../lib/rules/evaluate";
import { notJudged, unseenByRules } from "../../lib/rules/not-judged";
import { sift } from "../../lib/rules/sift";
import { visibleLine } from "../../lib/visible";
import type { FetchPolicyOptions } from "../../observe/https/fetch-policy";
import { verifyDomains } from "../../observe/verify";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { type OpenedEstate, openEstate } from "../open-estate";
import { paintFor } from "../paint";
import { refuse } from "../read-estate";
import { selectStacks } from "../select-stacks";
import type { DnsOptions } from "./dns";
import { openEyes } from "./eyes";
import { sandboxWorld } from "./sandbox";
import { keepEvidence, readTenants, type TenantOptions, type WantedTenant } from "./tenants";

export interface VerifyOptions extends DnsOptions, TenantOptions {
  readonly domain?: readonly string[];
  /** Read tenants too: those of these names, or all that the estate declares something of. @default only the DNS is asked */
  readonly tenant?: true | string;
  readonly format: "terminal" | "json" | "junit";
  /** Tell of each control that is not judged. @default false */
  readonly verbose?: boolean;
}

/** 0: all as declared, or on its way; 1: something differs, or a rule finds an error; 3: something did not answer. */
export type VerifyExit = 0 | 1 | 3;

/**
 * `mail-hygiene verify`: what the live world shows of an estate's domains, against what they declare.
 * @param https where policies are fetched from. @default as the DNS says, in a sandbox the sandbox's
 */
export async function verify(
  path: string,
  options: VerifyOptions,
  console: Console,
  https: FetchPolicyOptions = inSandbox(process.env),
): Promise<VerifyExit> {
  refuseMisuse(options);
  const opened = openEstate(path, console, ({ domains, tenants }) => {
    const chosen = selectStacks(
      domains.map(({ name }) => name),
      options.domain,
    );
    if (!chosen || options.tenant === undefined) return chosen;
    const names = Object.keys(tenants);
    return new Set([...chosen, ...names.flatMap((name) => [tenantStackName(name), exchangeStackName(name)])]);
  });
  if (!opened) return 1;
  const { estate, declared } = opened;
  const chosen = chooseRules(estate);
  if (!chosen.ok) return refuse(chosen.problems, console);
  const wanted = wantedTenants(estate, declared, options.tenant);
  const read = await readTenants(wanted, options, console);
  const eyes = openEyes(options, read, https);
  try {
    const managed = managedDomains(declared.domains);
    const all = declaredPosture(estate, declared);
    const { observed: seen, domains } = await verifyDomains(all.domains, {
      around: declaredPosture(estate, { domains: declared.around, tenants: [] }).domains,
      ...eyes.lookups,
      authorities: eyes.authorities,
      isManaged: (domain) => managed.has(domain),
    });
    const { rules, suppressions } = chosen.choice;
    const today = new Date().toISOString().slice(0, 10);
    const tenants = read.map(({ name, read: reading }) => {
      const posture = all.tenants.find((one) => one.name === name);
      const plan = declared.tenants.find((one) => one.name === name)?.plan;
      return verifyTenant({
        name,
        ...(posture ? { declared: posture } : {}),
        ...(plan ? { plan } : {}),
        read: reading,
        today,
        at: (at) => estate.locateTenant(name, at),
      });
    });
    const observed = { ...seen, tenants: tenants.map(({ posture }) => posture) };
    const isKept =
      options.evidence === undefined || keepEvidence(read, wanted, options.evidence, eyes.answers(), console);
    const report = {
      domains,
      ...(options.tenant === undefined ? {} : { tenants: tenants.map(({ live }) => live) }),
      ...sift(evaluate(observed, rules), suppressions, today),
      notJudged: notJudged(observed, chosen.packs, Object.keys(estate.tenants)),
    };
    console.out(format(report, options));
    const unseen = unseenByRules(observed, rules);
    for (const line of unseen) console.err(`${visibleLine(line)}\n`);
    const exit = exitOf(report, unseen.length > 0);
    return isKept || exit !== 0 ? exit : 1;
  } finally {
    await eyes.close();
  }
}

/** In a sandbox its own web server has all policies, and the DNS gives its address without the port. */
function inSandbox(env: NodeJS.ProcessEnv): FetchPolicyOptions {
  const { https } = sandboxWorld(env);
  return https ? { connect: https } : {};
}

function format(report: VerifyReport, { format: as, verbose }: VerifyOptions): string {
  switch (as) {
    case "terminal":
      return verifyText(report, paintFor(process.stdout), verbose);
    case "json":
      return verifyJson(report);
    case "junit":
      return junit(
        "mail-hygiene verify",
        [
          ...report.domains.map((state) => ({
            subject: state.domain,
            findings: report.findings.filter(({ subject }) => subject === state.domain),
            differences: differences(state),
          })),
          ...(report.tenants ?? []).map((tenant) => ({
            subject: tenant.name,
            findings: report.findings.filter(({ subject }) => subject === tenant.name),
            differences: tenantFaults(tenant),
          })),
        ],
        report.notJudged,
      );
  }
}

function differences({ domain, records, policy, unanswered }: DomainState): readonly string[] {
  const lines = records.filter(({ status }) => status !== "ok" && status !== "pending").map(differenceLine);
  if (policy && policy.status !== "ok") lines.push(`${policy.status}: MTA-STS policy of ${domain}`);
  return [...lines, ...unanswered.map(({ name, type }) => `unreachable: ${name} ${type}`)];
}

function differenceLine({ status, name, type }: RecordState): string {
  return `${status}: ${name} ${type}`;
}

/** What is wrong weighs more than what nobody could see. */
function exitOf({ domains, tenants = [], findings }: VerifyReport, isUnseen: boolean): VerifyExit {
  const things = tenants.flatMap((tenant) => tenant.things);
  const statuses = new Set<string>(
    domains.flatMap(({ records, policy }) =>
      [...records, ...(policy ? [policy] : [])].map(({ status }) => status),
    ),
  );
  const isWrong =
    ["drift", "missing", "extra"].some((status) => statuses.has(status)) ||
    things.some(({ status }) => status === "drift" || status === "missing");
  if (isWrong || findings.some(({ level }) => level === "error")) return 1;
  const isLost =
    statuses.has("unreachable") ||
    domains.some(({ unanswered }) => unanswered.length > 0) ||
    things.some(({ lost }) => lost) ||
    isUnseen;
  return isLost ? 3 : 0;
}

/** @throws Misuse for options that mean nothing without a tenant */
function refuseMisuse({ tenant, evidence, from }: VerifyOptions): void {
  if (tenant !== undefined) return;
  if (evidence !== undefined) throw new Misuse("--evidence keeps what tenants answer: say --tenant too");
  if (from !== undefined) throw new Misuse("--from has what tenants answered: say --tenant too");
}

/** @throws Misuse for a tenant that the estate does not have */
function wantedTenants(
  estate: Estate,
  { tenants, exchanges }: OpenedEstate["declared"],
  chosen: VerifyOptions["tenant"],
): readonly WantedTenant[] {
  if (chosen === undefined) return [];
  const names = Object.keys(estate.tenants);
  if (chosen !== true && !names.includes(chosen)) {
    throw new Misuse(
      `--tenant ${chosen}: the estate has no such tenant; it has ${names.join(", ") || "none"}`,
    );
  }
  const declaring = new Set([...tenants, ...exchanges].map(({ name }) => name));
  return Object.entries(estate.tenants).flatMap(
    ([name, { tenantId, initialDomain, credentials, cloud, exchange }]) => {
      const isWanted = chosen === true ? declaring.has(name) || exchange !== undefined : chosen === name;
      if (!isWanted) return [];
      const { breakGlass, sspr } = tenants.find((one) => one.name === name)?.plan ?? {};
      const groups = [breakGlass, sspr].flatMap((one) => (one ? [one.group] : []));
      return [
        {
          name,
          tenant: tenantId ?? initialDomain,
          groups,
          cloud,
          ...(credentials ? { credentials } : {}),
        },
      ];
    },
  );
}

/** Domains whose MX host and DKIM targets Exchange says. */
function managedDomains(domains: readonly DeclaredDomain[]): ReadonlySet<string> {
  const collect = ({ domain, inbound, dkim, subdomains }: DomainPlan): readonly string[] => [
    ...((inbound?.tenant ?? dkim?.tenant)?.exchange ? [domain] : []),
    ...subdomains.flatMap(({ plan }) => collect(plan)),
  ];
  return new Set(domains.flatMap(({ declaration }) => collect(declaration.plan)));
}
