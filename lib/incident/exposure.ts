import { isMapping } from "../mapping";

/** What provider m365 tells of an account before anything is done: its data source `m365_account_exposure`. */
export interface Exposure {
  readonly account: string;
  readonly id: string;
  readonly displayName: string;
  readonly enabled: boolean;
  readonly synced: boolean;
  readonly samAccountName: string;
  readonly hasMailbox: boolean;
  readonly hold: boolean;
  readonly restricted: boolean;
  readonly roles: readonly string[];
  readonly privilegedGroups: readonly string[];
  readonly groups: readonly string[];
  /** What was found, by what it is, in the order in which it is told. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  /** What could not be read, and why. */
  readonly unknown: readonly string[];
}

/** What each list is called, in the order in which it is told. */
const LISTS: readonly (readonly [string, string])[] = [
  ["forwarding", "forwarding"],
  ["inbox_rules", "inbox rules"],
  ["delegates", "delegates"],
  ["app_consents", "consents to applications"],
  ["sign_in_methods", "methods of sign-in"],
  ["devices", "registered devices"],
  ["mobile_devices", "phones"],
  ["protocols", "protocols"],
  ["sign_ins", "last sign-ins"],
];

/** Reads the output `exposure` of a plan in JSON; undefined if the plan has none. */
export function exposureIn(planJson: string): Exposure | undefined {
  const value = outputOf(JSON.parse(planJson));
  if (value === undefined || typeof value.id !== "string") return undefined;
  const list = (name: string) => texts(value[name]);
  return {
    account: text(value.user_principal_name),
    id: value.id,
    displayName: text(value.display_name),
    enabled: value.enabled === true,
    synced: value.synced === true,
    samAccountName: text(value.sam_account_name),
    hasMailbox: value.has_mailbox === true,
    hold: value.hold === true,
    restricted: value.restricted === true,
    roles: list("roles"),
    privilegedGroups: list("privileged_groups"),
    groups: list("groups"),
    found: Object.fromEntries(LISTS.map(([name, called]) => [called, list(name)])),
    unknown: list("unknown"),
  };
}

/** The page that a person reads before anything is done. */
export function exposureLines(exposure: Exposure): readonly string[] {
  const { account, displayName, enabled, synced, samAccountName, roles, privilegedGroups, unknown } =
    exposure;
  const rows: (readonly [string, readonly string[]])[] = [
    ["account", [`${account} (${displayName}), ${exposure.id}`]],
    ["sign-in", [enabled ? "permitted" : "blocked"]],
    ["comes from", [synced ? `Active Directory, as ${samAccountName}` : "Entra ID"]],
    ["roles", roles],
    ["groups with roles", privilegedGroups],
    ["mailbox", [mailboxWords(exposure)]],
    ...Object.entries(exposure.found),
    ["not known", unknown],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.flatMap(([name, values]) =>
    (values.length > 0 ? values : ["none"]).map(
      (value, at) => `${(at === 0 ? name : "").padEnd(width)}  ${value}`,
    ),
  );
}

function mailboxWords({ hasMailbox, hold, restricted }: Exposure): string {
  if (!hasMailbox) return "none";
  return [hold ? "on hold" : "not on hold", ...(restricted ? ["stopped from sending"] : [])].join(", ");
}

function outputOf(plan: unknown): Readonly<Record<string, unknown>> | undefined {
  const planned = isMapping(plan) ? plan.planned_values : undefined;
  const outputs = isMapping(planned) ? planned.outputs : undefined;
  const exposure = isMapping(outputs) ? outputs.exposure : undefined;
  const value = isMapping(exposure) ? exposure.value : undefined;
  return isMapping(value) ? value : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
