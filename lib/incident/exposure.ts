import { visibleLine } from "../visible";
import type { Incident } from "./incident";
import { outputIn, texts } from "./plan-json";
import { KEEP_KEYS, type KeepKey } from "./steps";

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

/** Each list: its attribute, what it is called, and what stands before its reason where it is not known. In the order that is told. */
const LISTS: readonly (readonly [attribute: string, called: string, unread: string])[] = [
  ["forwarding", "forwarding", "forwarding"],
  ["inbox_rules", "inbox rules", "inbox rules"],
  ["delegates", "delegates", "delegates"],
  ["mailbox_rights", "other mailboxes", "other mailboxes"],
  ["mail_flow_rules", "mail flow rules", "mail flow rules"],
  ["app_consents", "consents to applications", "consents"],
  ["sign_in_methods", "methods of sign-in", "methods of sign-in"],
  ["devices", "registered devices", "devices"],
  ["mobile_devices", "phones", "phones"],
  ["protocols", "protocols", "protocols"],
  ["sign_ins", "last sign-ins", "sign-ins"],
];
/** What each kind that may stay is called among what was found. */
const FOUND_AS: Readonly<Record<KeepKey, string>> = {
  forwarding: "forwarding",
  inboxRules: "inbox rules",
  delegates: "delegates",
  protocols: "protocols",
  mobileDevices: "phones",
  signInMethods: "methods of sign-in",
  appConsents: "consents to applications",
  devices: "registered devices",
  mailboxRights: "other mailboxes",
};
/** What is in the mailbox: not known where that is not. */
const IN_MAILBOX = new Set([
  "forwarding",
  "inbox_rules",
  "delegates",
  "mailbox_rights",
  "mobile_devices",
  "protocols",
]);
/** What was not read is never told as none. */
const NOT_KNOWN = "not known";

/** Could something of the account not be read? It is named as in `unknown`, such as `mailbox`. */
export function isUnread({ unknown }: Pick<Exposure, "unknown">, what: string): boolean {
  return unknown.some((one) => one.startsWith(`${what}:`));
}

/** Reads the output `exposure` of a plan in JSON; undefined if the plan has none. */
export function exposureIn(planJson: string): Exposure | undefined {
  const value = outputIn(planJson, "exposure");
  if (value === undefined || typeof value.id !== "string") return undefined;
  const list = (name: string) => texts(value[name]);
  const unknown = list("unknown");
  const isUnknown = (name: string, unread: string) =>
    isUnread({ unknown }, unread) || (IN_MAILBOX.has(name) && isUnread({ unknown }, "mailbox"));
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
    found: Object.fromEntries(
      LISTS.map(([name, called, unread]) => [called, isUnknown(name, unread) ? [NOT_KNOWN] : list(name)]),
    ),
    unknown,
  };
}

/** The page that a person reads before anything is done. */
export function exposureLines(exposure: Exposure): readonly string[] {
  const { account, displayName, enabled, synced, samAccountName, roles, privilegedGroups, unknown } =
    exposure;
  const noRoles = isUnread(exposure, "roles and groups");
  const rows: (readonly [string, readonly string[]])[] = [
    ["account", [`${account} (${displayName}), ${exposure.id}`]],
    ["sign-in", [enabled ? "permitted" : "blocked"]],
    ["comes from", [synced ? `Active Directory, as ${samAccountName}` : "Entra ID"]],
    ["roles", noRoles ? [NOT_KNOWN] : roles],
    ["groups with roles", noRoles ? [NOT_KNOWN] : privilegedGroups],
    ["mailbox", [mailboxWords(exposure)]],
    ...Object.entries(exposure.found),
    ["not known", unknown],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.flatMap(([name, values]) =>
    (values.length > 0 ? values : ["none"]).map(
      (value, at) => `${(at === 0 ? name : "").padEnd(width)}  ${visibleLine(value)}`,
    ),
  );
}

/** What may stay, and whether it was found: what is mistyped keeps nothing. */
export function keptLines({ keep = {} }: Pick<Incident, "keep">, { found }: Exposure): readonly string[] {
  return KEEP_KEYS.flatMap((key) => {
    const there = new Set(found[FOUND_AS[key]]?.map((one) => one.toLowerCase()));
    return (keep[key] ?? []).map((one) => {
      const not = there.has(one.toLowerCase())
        ? ""
        : " (nothing there is shown so: unless it is an id, it keeps nothing)";
      return `may stay: ${key}: ${visibleLine(one)}${not}`;
    });
  });
}

function mailboxWords(exposure: Exposure): string {
  const { hasMailbox, hold, restricted } = exposure;
  if (isUnread(exposure, "mailbox")) return NOT_KNOWN;
  if (!hasMailbox) return "none";
  return [hold ? "on hold" : "not on hold", ...(restricted ? ["stopped from sending"] : [])].join(", ");
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
