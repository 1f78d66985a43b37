import type { Fault } from "../fault";
import type { NamedPolicyOptions, WorkloadsOptions } from "./options";
import type { Policy, Workloads } from "./policy";
import { readGuids } from "./principals";

/** What a policy for workload identities asks of them; it blocks, and does nothing else. */
const TAKEN: ReadonlySet<string> = new Set([
  "displayName",
  "workloads",
  "workloadRisk",
  "applications",
  "excludeApplications",
  "includeLocations",
  "excludeLocations",
  "grant",
]);

/**
 * Conditions and controls that are for people, beside workload identities, and the other way round.
 * https://learn.microsoft.com/entra/identity/conditional-access/workload-identity
 */
export function workloadOptionFaults(options: NamedPolicyOptions): readonly Fault[] {
  if (options.workloads === undefined) {
    if (options.workloadRisk === undefined) return [];
    return [
      {
        path: ["workloadRisk"],
        message: "the risk of workload identities is no condition for people",
        fix: "write workloads, or userRisk",
      },
    ];
  }
  // That a block has no session is said where controls are read.
  const faults: Fault[] = Object.entries(options)
    .filter(
      ([key, value]) => value !== undefined && !TAKEN.has(key) && !isNobody(key, value) && key !== "session",
    )
    .map(([key]) => ({
      path: [key],
      message: `${key} is for people, and the policy is for workload identities`,
      expected: [...TAKEN].join(" | "),
      fix: "write two policies",
    }));
  if (options.grant !== "block") {
    faults.push({
      path: ["grant"],
      message: "workload identities can be blocked, and asked for nothing",
      expected: "block",
    });
  }
  return faults;
}

/** `include: {}`, as a policy that was read has it. */
function isNobody(key: string, value: unknown): boolean {
  return key === "include" && typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Reads whom a policy for workload identities is for. */
export function readWorkloads(options: WorkloadsOptions, faults: Fault[]): Workloads {
  const { include, exclude, filter } = options;
  const byFilter = filter?.mode === "include";
  if ((include === undefined) !== byFilter) {
    faults.push({
      path: ["workloads"],
      message: byFilter ? "a filter that includes stands alone" : "a policy for no workload identity",
      expected: "include: all, include with object ids, or a filter that includes",
    });
  }
  const ids =
    include === undefined || include === "all" ? include : readGuids(include, faults, "workloads", "include");
  return {
    ...(ids === undefined ? {} : { include: ids }),
    ...(exclude ? { exclude: readGuids(exclude, faults, "workloads", "exclude") } : {}),
    ...(filter ? { filter } : {}),
  };
}

/** A policy that shuts out the identity that applies it, too, or nobody. */
export function workloadFaults({
  workloads,
  workloadRisk,
  includeLocations,
  excludeLocations,
  applications,
  excludeApplications = [],
}: Policy): readonly Fault[] {
  if (!workloads) return [];
  const { include, exclude = [], filter } = workloads;
  if (include !== undefined && include !== "all" && include.every((id) => exclude.includes(id))) {
    return [
      {
        path: ["workloads", "exclude"],
        message: "every service principal that the policy includes is excluded",
      },
    ];
  }
  const faults: Fault[] = [];
  if (applications !== "all" || excludeApplications.length > 0) {
    faults.push({
      path: [applications === "all" ? "excludeApplications" : "applications"],
      message: "a policy for workload identities is for all applications",
      expected: "applications: all",
    });
  }
  const isNarrowed = workloadRisk ?? includeLocations ?? excludeLocations ?? filter;
  if (include === "all" && exclude.length === 0 && isNarrowed === undefined) {
    faults.push({
      path: ["grant"],
      message: "the policy blocks every service principal, the one that applies it among them",
      expected: "a place, a risk, a filter, or service principals under workloads.exclude",
    });
  }
  return faults;
}
