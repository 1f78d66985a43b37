import { accountText } from "../active-directory/account-name";
import type { LackingUsers } from "../active-directory/user-tally";
import type { ContainerReport, WritebackReport } from "../active-directory/writeback-report";
import { DOMAIN_RIGHT } from "../active-directory/writeback-rights";
import { counted } from "../counted";
import { type Fault, formatFault } from "../fault";
import type { Standing } from "../identity/confirmed";
import type { WritebackDomainPlan } from "../identity/identity-plan";
import { visibleLine } from "../visible";

/** A domain of Active Directory, and what was read of it: a report, or why there is none. */
export interface CheckedDomain {
  readonly tenant: string;
  readonly plan: WritebackDomainPlan;
  readonly server: string;
  readonly report: WritebackReport | { readonly unread: readonly Fault[] };
}

/** A tenant that writes passwords back, and whether somebody's word that it is switched on still counts. */
export interface CheckedTenant {
  readonly name: string;
  /** Who said so and when; absent: nobody. */
  readonly confirmed?: { readonly by: string; readonly date: string; readonly standing: Standing };
}

/** What password writeback may do, as people read it: a block for each domain, and a line for each tenant. */
export function writebackText(domains: readonly CheckedDomain[], tenants: readonly CheckedTenant[]): string {
  const switches = tenants.map((tenant) => `${visibleLine(switchLine(tenant))}\n`).join("");
  return `${domainsText(domains)}\n${switches}`;
}

function switchLine({ name, confirmed }: CheckedTenant): string {
  const what = `tenant ${name}: whether writeback is switched on, on the server and in the portal, no API shows`;
  if (!confirmed) return `${what}; look, and write writeback.confirmed: { date, by }`;
  const { by, date, standing } = confirmed;
  const word = `${by} has seen it on ${date}`;
  if (standing.is === "not yet")
    return `${what}; ${word}, which is still to come: write the day on which they looked`;
  if (standing.is === "expired") return `${what}; ${word}, which counted until ${standing.until}: look again`;
  return `${what}; ${word}, which counts until ${standing.until}`;
}

function domainsText(domains: readonly CheckedDomain[]): string {
  return domains
    .map(({ tenant, plan, server, report }) => {
      const head = `${plan.domain} (tenant ${tenant}): ${accountText(plan.account)}, asked ${server}`;
      const body =
        "unread" in report
          ? report.unread.map((fault) => `not known: ${formatFault(fault)}`)
          : linesOf(report);
      return [head, ...body.map((line) => `  ${line}`)].map((line) => `${visibleLine(line)}\n`).join("");
    })
    .join("\n");
}

function linesOf(report: WritebackReport): readonly string[] {
  const { minimumPasswordAge: age, overAdministrators } = report;
  return [
    `${padded(DOMAIN_RIGHT.name)}${report.unexpirePassword}`,
    ...(age > 0
      ? [
          `minimum password age is ${counted(age, "day")}: within that time nobody can change a password again; set it to 0`,
        ]
      : []),
    ...(overAdministrators.length > 0
      ? [
          `over administrators, by AdminSDHolder: ${overAdministrators.join(", ")}; whoever has the account has them too, take the rights away there`,
        ]
      : []),
    ...report.containers.flatMap(containerLines),
    report.complete ? "complete" : "not complete",
  ];
}

function containerLines({ name, rights, users }: ContainerReport): readonly string[] {
  const reached = users.count - users.lacking.reduce((sum, { count }) => sum + count, 0);
  return [
    name,
    ...Object.entries(rights).map(([right, access]) => `  ${padded(right)}${WORDS[access] ?? access}`),
    `  ${reached} of ${counted(users.count, "user")} within reach`,
    ...users.lacking.map((lacking) => `  ${lackingLine(lacking)}`),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  blocked: "blocked: granted on the domain, and this unit inherits nothing",
  "direct children only": "direct children only: not for users in units below this one",
  "not judged": "not judged: an entry is conditional or of an unknown type",
};

function lackingLine({ cause, rights, count, examples }: LackingUsers): string {
  const more = count > examples.length ? `, and ${count - examples.length} more` : "";
  return `${counted(count, "user")} without ${rights.join(", ")}, ${CAUSES[cause]}: ${examples.join("; ")}${more}`;
}

const CAUSES: Readonly<Record<LackingUsers["cause"], string>> = {
  AdminSDHolder:
    "blocked by AdminSDHolder as members of protected groups are, or once were (adminCount is 1)",
  "inheritance is off": "inheritance is off on them",
  denied: "denied",
  "not judged": "not judged: their permissions are not shown, or hold an entry of an unknown kind",
  missing: "nothing grants it",
};

function padded(right: string): string {
  return right.padEnd(19);
}

/** The same for programs. */
export function writebackJson(domains: readonly CheckedDomain[], tenants: readonly CheckedTenant[]): string {
  const all = domains.map(({ tenant, plan, server, report }) => ({
    tenant,
    domain: plan.domain,
    account: accountText(plan.account),
    server,
    ...("unread" in report
      ? { unread: report.unread.map(formatFault) }
      : {
          ...report,
          containers: report.containers.map(({ name, rights, users }) => ({
            name,
            rights,
            users: { count: users.count, lacking: users.lacking },
          })),
        }),
  }));
  return `${JSON.stringify({ domains: all, tenants }, undefined, 2)}\n`;
}
