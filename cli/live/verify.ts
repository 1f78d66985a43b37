import type { DeclaredDomain } from "../../lib/declare/estate";
import type { DomainPlan } from "../../lib/domain/plan";
import type { DomainState, RecordState } from "../../lib/posture/compare";
import { declaredPosture } from "../../lib/posture/from-estate";
import { junit } from "../../lib/report/junit";
import { verifyJson } from "../../lib/report/verify-json";
import { type VerifyReport, verifyText } from "../../lib/report/verify-text";
import { chooseRules } from "../../lib/rules/choose-rules";
import { evaluate } from "../../lib/rules/evaluate";
import { notJudged } from "../../lib/rules/not-judged";
import { sift } from "../../lib/rules/sift";
import { askWith } from "../../observe/ask";
import { resolverOf } from "../../observe/dns/resolve";
import { type FetchPolicyOptions, policyFetcher } from "../../observe/https/fetch-policy";
import { verifyDomains } from "../../observe/verify";
import type { Console } from "../console";
import { openEstate } from "../open-estate";
import { paintFor } from "../paint";
import { refuse } from "../read-estate";
import { selectStacks } from "../select-stacks";
import { type DnsOptions, openDns } from "./dns";
import { sandboxWorld } from "./sandbox";

export interface VerifyOptions extends DnsOptions {
  readonly domain?: readonly string[];
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
  const opened = openEstate(path, console, ({ domains }) =>
    selectStacks(
      domains.map(({ name }) => name),
      options.domain,
    ),
  );
  if (!opened) return 1;
  const { estate, declared } = opened;
  const chosen = chooseRules(estate);
  if (!chosen.ok) return refuse(chosen.problems, console);
  const { client, authorities, reach } = openDns(options);
  try {
    const resolve = resolverOf(client);
    const managed = managedDomains(declared.domains);
    const { observed, domains } = await verifyDomains(declaredPosture(estate, declared).domains, {
      around: declaredPosture(estate, { domains: declared.around, tenants: [] }).domains,
      ask: askWith(client),
      resolve,
      fetchPolicy: policyFetcher(resolve, { reach, ...https }),
      authorities,
      isManaged: (domain) => managed.has(domain),
    });
    const { rules, suppressions } = chosen.choice;
    const today = new Date().toISOString().slice(0, 10);
    const report = {
      domains,
      ...sift(evaluate(observed, rules), suppressions, today),
      notJudged: notJudged(observed, chosen.packs, Object.keys(estate.tenants)),
    };
    console.out(format(report, options));
    return exitOf(report);
  } finally {
    await client.close();
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
        report.domains.map((state) => ({
          subject: state.domain,
          findings: report.findings.filter(({ subject }) => subject === state.domain),
          differences: differences(state),
        })),
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
function exitOf({ domains, findings }: VerifyReport): VerifyExit {
  const statuses = new Set<string>(
    domains.flatMap(({ records, policy }) =>
      [...records, ...(policy ? [policy] : [])].map(({ status }) => status),
    ),
  );
  const isWrong = ["drift", "missing", "extra"].some((status) => statuses.has(status));
  if (isWrong || findings.some(({ level }) => level === "error")) return 1;
  const isLost = statuses.has("unreachable") || domains.some(({ unanswered }) => unanswered.length > 0);
  return isLost ? 3 : 0;
}

/** Domains whose MX host and DKIM targets Exchange says. */
function managedDomains(domains: readonly DeclaredDomain[]): ReadonlySet<string> {
  const collect = ({ domain, inbound, dkim, subdomains }: DomainPlan): readonly string[] => [
    ...((inbound?.tenant ?? dkim?.tenant)?.exchange ? [domain] : []),
    ...subdomains.flatMap(({ plan }) => collect(plan)),
  ];
  return new Set(domains.flatMap(({ declaration }) => collect(declaration.plan)));
}
