import { visibleLine } from "../../../lib/visible";
import type { GraphObject } from "../../graph/types";
import { CloudError } from "../../http/cloud-error";
import { text } from "../../http/json";
import { bool, DiagnosticError, list, set, str } from "../../plugin/index";
import { dataSource } from "../m365";
import { accountOf, type Calling, userPath } from "./account";
import { appConsents } from "./app-consents";
import { type Entry, shown, type Way } from "./closed-list";
import { delegates } from "./delegates";
import { devices } from "./devices";
import { forwarding } from "./forwarding";
import { inboxRules } from "./inbox-rules";
import { mailFlowRules } from "./mail-flow-rules";
import { mailboxOf } from "./mailbox";
import { mailboxRights } from "./mailbox-rights";
import { mobileDevices } from "./mobile-devices";
import { protocols } from "./protocols";
import { reasonOf } from "./restricted-sender";
import { signInMethods } from "./sign-in-methods";
import { signInLine } from "./sign-ins";

/** How many sign-ins are told. */
const SIGN_INS = 10;

const entries = (what: string) => set(str(), { computed: true, description: what });

/** What there is of an account that a person has to know before it is contained. Nothing is changed. */
export const accountExposure = dataSource({
  description:
    "An account as an intruder may use it: who it is, its roles, and all ways in and out. What cannot be read stands in " +
    "unknown, and is not taken for empty.",
  attributes: {
    user_principal_name: str({
      required: true,
      description: "Whose account it is: the user principal name.",
    }),
    id: str({ computed: true, description: "The object id." }),
    display_name: str({ computed: true, description: "As it calls itself." }),
    enabled: bool({ computed: true, description: "May it sign in?" }),
    synced: bool({ computed: true, description: "Does it come from Active Directory?" }),
    sam_account_name: str({ computed: true, description: "Its name in Active Directory." }),
    last_sync: str({
      computed: true,
      nullable: true,
      description: "When it last came from Active Directory.",
    }),
    password_changed: str({ computed: true, nullable: true, description: "When its password last changed." }),
    roles: entries("Roles of the directory that it holds, also by groups."),
    privileged_groups: entries("Groups it is in that roles can be assigned to."),
    groups: entries("All groups it is in, also by others."),
    has_mailbox: bool({ computed: true, description: "Has it a mailbox in Exchange Online?" }),
    hold: bool({ computed: true, description: "Is its mailbox on litigation hold?" }),
    forwarding: entries("Addresses that all of its mail goes to."),
    inbox_rules: entries("Rules of its mailbox that work, hidden ones included."),
    delegates: entries("Who else may open the mailbox or send from it."),
    mailbox_rights: entries("Mailboxes of others that it may open or send from."),
    mail_flow_rules: entries(
      "Rules of mail flow that are about what it sends or receives: each Guid and name.",
    ),
    protocols: entries("What opens the mailbox."),
    mobile_devices: entries("Phones that are partnered with the mailbox."),
    app_consents: entries("Applications that may act in its name."),
    sign_in_methods: entries("Methods of sign-in beside the password."),
    devices: entries("Registered devices that are on."),
    sign_ins: list(str(), {
      computed: true,
      description: `The last ${SIGN_INS} interactive sign-ins, failed ones too.`,
    }),
    restricted: bool({ computed: true, description: "Has Exchange stopped it from sending?" }),
    unknown: entries("What could not be read, and why."),
  },

  async read({ user_principal_name: upn }, context) {
    await requireOne(upn, context);
    const account = await accountOf(upn, context);
    const unknown: string[] = [];
    const tried = async <T>(what: string, reading: Promise<T>, instead: T): Promise<T> => {
      try {
        return await reading;
      } catch (error) {
        if (!(error instanceof CloudError || error instanceof DiagnosticError)) throw error;
        if (context.signal.aborted) throw error;
        unknown.push(visibleLine(`${what}: ${error.message}`).slice(0, 500));
        return instead;
      }
    };
    // What a read could not look at is unknown too.
    const unseen = (what: string) => (warning: { readonly summary: string }) =>
      void unknown.push(visibleLine(`${what} in part: ${warning.summary}`));
    const mailbox = await mailboxOf(upn, context).catch((error: unknown) => {
      if (error instanceof CloudError && error.notFound) return undefined;
      return tried("mailbox", Promise.reject(error), undefined);
    });
    const way = async <E extends Entry>(what: string, { read }: Way<E>, there = true) =>
      there ? (await tried(what, read(upn, { ...context, warn: unseen(what) }), [])).map(shown) : [];
    const inMailbox = mailbox !== undefined;
    const [member, who, ways, signIns, restricted, rulesOfFlow] = await Promise.all([
      tried("roles and groups", memberships(upn, context), NO_MEMBERSHIP),
      tried("name", context.client.graph.get(`${userPath(upn)}?$select=displayName`, context), {}),
      Promise.all([
        way("forwarding", forwarding, inMailbox),
        way("inbox rules", inboxRules, inMailbox),
        way("delegates", delegates, inMailbox),
        way("protocols", protocols, inMailbox),
        way("phones", mobileDevices, inMailbox),
        way("consents", appConsents),
        way("methods of sign-in", signInMethods),
        way("devices", devices),
        way("other mailboxes", mailboxRights, inMailbox),
      ]),
      tried("sign-ins", lastSignIns(account.id, context), []),
      tried("restricted senders", reasonOf(upn, context), undefined),
      tried("mail flow rules", mailFlowRules(upn, context), []),
    ]);
    const [forwards, rules, others, open, phones, consents, methods, machines, rights] = ways;
    return {
      user_principal_name: upn,
      id: account.id,
      display_name: visibleLine(text(who.displayName) ?? ""),
      enabled: account.enabled,
      synced: account.synced,
      sam_account_name: account.samAccountName,
      last_sync: account.lastSync ?? null,
      password_changed: account.passwordChanged ?? null,
      ...member,
      has_mailbox: inMailbox,
      hold: mailbox?.row.LitigationHoldEnabled === true,
      forwarding: forwards,
      inbox_rules: rules,
      delegates: others,
      mailbox_rights: rights,
      mail_flow_rules: rulesOfFlow,
      protocols: open,
      mobile_devices: phones,
      app_consents: consents,
      sign_in_methods: methods,
      devices: machines,
      sign_ins: signIns,
      restricted: restricted !== undefined,
      unknown: unknown.sort(),
    };
  },
});

/** An address that two accounts are known by names neither: which one is meant, a person has to say. */
async function requireOne(upn: string, { client, signal }: Calling): Promise<void> {
  const quoted = `'${upn.replaceAll("'", "''")}'`;
  const smtp = `'smtp:${upn.replaceAll("'", "''")}'`;
  const filter = `userPrincipalName eq ${quoted} or mail eq ${quoted} or proxyAddresses/any(p:p eq ${smtp})`;
  const path = `users?$select=id,userPrincipalName&$filter=${encodeURIComponent(filter)}`;
  const found = await client.graph.list(path, { signal, needs: "User.Read.All" });
  const names = found.flatMap(({ userPrincipalName }) => text(userPrincipalName) ?? []);
  const is = names.length === 1 && names[0]?.toLowerCase() === upn.toLowerCase();
  if (is) return;
  const shownNames = names.map(visibleLine).join(", ");
  throw new DiagnosticError({
    summary:
      names.length === 0
        ? `the tenant has no account ${visibleLine(upn)}`
        : names.length === 1
          ? `${visibleLine(upn)} is another address of ${shownNames}`
          : `${visibleLine(upn)} is an address of ${names.length} accounts: ${shownNames}`,
    detail: "Name one account by its user principal name.",
    path: ["user_principal_name"],
  });
}

const NO_MEMBERSHIP = { roles: [], privileged_groups: [], groups: [] };

async function memberships(upn: string, { client, signal }: Calling) {
  const needs = "Directory.Read.All";
  const found = await client.graph.list(`${userPath(upn)}/transitiveMemberOf`, { signal, needs });
  const named = (one: GraphObject) => visibleLine(text(one.displayName) ?? text(one.id) ?? "");
  const of = (type: string) => found.filter((one) => one["@odata.type"] === `#microsoft.graph.${type}`);
  return {
    roles: of("directoryRole").map(named).sort(),
    privileged_groups: of("group")
      .filter(({ isAssignableToRole }) => isAssignableToRole === true)
      .map(named)
      .sort(),
    groups: of("group").map(named).sort(),
  };
}

async function lastSignIns(id: string, { client, signal }: Calling): Promise<readonly string[]> {
  const filter = encodeURIComponent(`userId eq '${id.replaceAll("'", "''")}'`);
  const path = `auditLogs/signIns?$top=${SIGN_INS}&$filter=${filter}`;
  const { value } = await client.graph.get(path, { signal, needs: "AuditLog.Read.All" });
  return (Array.isArray(value) ? value : []).slice(0, SIGN_INS).map(signInLine);
}
