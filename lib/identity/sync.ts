import { parseAccountName } from "../active-directory/account-name";
import {
  type DistinguishedName,
  domainRoot,
  isBelow,
  parseDistinguishedName,
} from "../active-directory/distinguished-name";
import { type DnsName, parseName } from "../dns/name";
import { collect, type Fault, fail, type Result, settle, shown, within } from "../fault";
import type { SyncPlan, WritebackDomainPlan } from "./identity-plan";
import type { DirectorySyncOptions, SyncOptions, SyncTool, WritebackDomainOptions } from "./options";

/**
 * Reads what is declared of directory synchronization.
 * @param signsInAs what the policies say of it
 */
export function planSync(
  options: SyncOptions,
  signsInAs: DirectorySyncOptions | undefined,
): Result<SyncPlan> {
  const { tool, maxAge, writeback } = options;
  const faults: Fault[] = [];
  if (signsInAs === "none") {
    faults.push({
      path: ["tool"],
      message: "the tenant synchronizes, and its policies say that nothing is synchronized",
      received: `${tool}, with mfa.directorySync none`,
      expected: "mfa.directorySync: what synchronization signs in as",
      fix: "write application for Cloud Sync and for Connect Sync with application-based authentication, or name the accounts",
    });
  }
  const entries = Object.entries(writeback?.domains ?? {});
  if (writeback && entries.length === 0) {
    faults.push({
      path: ["writeback", "domains"],
      message: "writeback to no domain",
      expected: "domains: { contoso.com: { account: 'CONTOSO\\MSOL_1a2b3c4d5e6f' } }",
    });
  }
  const domains = entries.flatMap(([name, domain]) => {
    const plan = planDomain(name, domain, tool);
    if (plan.ok) return plan.value;
    faults.push(...plan.faults.map((fault) => within(fault, "writeback", "domains", name)));
    return [];
  });
  return settle(faults, () => ({
    tool,
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(writeback?.confirmed ? { confirmed: writeback.confirmed } : {}),
    writeback: domains.sort((a, b) => (a.domain < b.domain ? -1 : 1)),
  }));
}

function planDomain(
  name: string,
  options: WritebackDomainOptions,
  tool: SyncTool,
): Result<WritebackDomainPlan> {
  const faults: Fault[] = [];
  const domain = collect(parseName(name, "host"), faults);
  const account = collect(parseAccountName(options.account), faults, "account");
  if (account && tool === "cloud-sync" && !account.name.endsWith("$")) {
    faults.push({
      path: ["account"],
      message: "Cloud Sync works as a group managed service account, whose name ends with $",
      received: shown(options.account),
      expected: "such as CONTOSO\\provAgentgMSA$",
    });
  }
  const containers = domain && readContainers(domain, options.organizationalUnits, faults);
  if (!domain || !account || !containers || faults.length > 0) return fail(...faults);
  return { ok: true, value: { domain, account, containers } };
}

/** The units, each once and in its domain; the domain itself where none is named. */
function readContainers(
  domain: DnsName,
  units: readonly string[] | undefined,
  faults: Fault[],
): readonly DistinguishedName[] {
  const root = domainRoot(domain);
  if (units === undefined) return [root];
  if (units.length === 0) {
    faults.push({
      path: ["organizationalUnits"],
      message: "a list without a unit",
      fix: "name units, or leave the key out for the whole domain",
    });
  }
  const seen = new Set<string>();
  const names = units.flatMap((unit, at) => {
    const path = ["organizationalUnits", at];
    const name = collect(parseDistinguishedName(unit), faults, ...path);
    if (!name) return [];
    if (!isBelow(name, root)) {
      faults.push({
        path,
        message: "a unit of another domain",
        received: shown(unit),
        expected: `a name that ends with ${root}`,
      });
    }
    if (seen.has(name.toLowerCase()))
      faults.push({ path, message: "a unit named twice", received: shown(unit) });
    seen.add(name.toLowerCase());
    return name;
  });
  return names.sort();
}
