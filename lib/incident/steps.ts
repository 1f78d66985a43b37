/** What a step needs of the account, and whether a covert watch does it. */
export interface Step {
  /** What people call it; also the id of its construct. */
  readonly id: string;
  /** Its type of resource. */
  readonly type: string;
  /** What it does, as one line of a list. */
  readonly does: string;
  /** Steps that come before it. */
  readonly after: readonly string[];
  /** Is it for accounts with a mailbox? @default false */
  readonly mailbox?: true;
  /** Is it done without a sign that the user could see? @default false */
  readonly covert?: true;
  /** Its key under `keep`, where something may stay. */
  readonly keep?: KeepKey;
  /** The key of the incident without which it is not done. */
  readonly asked?: "confirmCompromised";
  /** The attribute of its state that proves it, where it is not that nothing is there. */
  readonly proof?: string;
}

/** What may stay, a list each. */
export const KEEP_KEYS = [
  "forwarding",
  "inboxRules",
  "delegates",
  "protocols",
  "mobileDevices",
  "signInMethods",
  "appConsents",
  "devices",
  "mailboxRights",
] as const;
export type KeepKey = (typeof KEEP_KEYS)[number];

const EVIDENCE = ["Hold", "CopyOut", "CopyIn"];

/**
 * The steps in their order: evidence, then the door, then what was left behind. The door does not wait for evidence, which a
 * missing licence could hold up; what takes evidence away waits for both.
 */
export const STEPS: readonly Step[] = [
  { id: "Hold", type: "m365_mailbox_hold", does: "hold the mailbox", after: [], mailbox: true, covert: true },
  {
    id: "CopyOut",
    type: "m365_transport_rule",
    does: "copy what it sends",
    after: [],
    mailbox: true,
    covert: true,
    proof: "enabled",
  },
  {
    id: "CopyIn",
    type: "m365_transport_rule",
    does: "copy what it receives",
    after: ["CopyOut"],
    mailbox: true,
    covert: true,
    proof: "enabled",
  },
  {
    id: "RestrictedSender",
    type: "m365_restricted_sender",
    does: "watch whether Exchange stops it from sending",
    after: [],
    mailbox: true,
    covert: true,
    proof: "restricted",
  },
  { id: "SignInBlock", type: "m365_user_sign_in_block", does: "block the sign-in", after: [] },
  {
    id: "Password",
    type: "m365_user_password_reset",
    does: "change the password to one that nobody knows",
    after: ["SignInBlock"],
    proof: "changed_at",
  },
  {
    id: "Sessions",
    type: "m365_user_sessions_revocation",
    does: "end all sessions",
    after: ["SignInBlock"],
    proof: "sessions_valid_from",
  },
  {
    id: "SignInMethods",
    type: "m365_user_sign_in_methods",
    does: "remove methods of sign-in",
    after: ["SignInBlock"],
    keep: "signInMethods",
  },
  {
    id: "Devices",
    type: "m365_user_devices",
    does: "switch registered devices off",
    after: ["SignInBlock"],
    keep: "devices",
  },
  {
    id: "AppConsents",
    type: "m365_user_app_consents",
    does: "end consents to applications",
    after: ["SignInBlock"],
    keep: "appConsents",
  },
  {
    id: "MailboxRights",
    type: "m365_user_mailbox_rights",
    does: "remove rights on other mailboxes",
    after: ["SignInBlock"],
    mailbox: true,
    keep: "mailboxRights",
  },
  {
    id: "ConfirmedCompromised",
    type: "m365_user_confirmed_compromised",
    does: "tell Identity Protection that it is compromised",
    after: ["SignInBlock"],
    asked: "confirmCompromised",
    proof: "risk_state",
  },
  ...(
    [
      ["Forwarding", "m365_mailbox_forwarding", "end forwarding", "forwarding"],
      ["InboxRules", "m365_mailbox_inbox_rules", "switch inbox rules off", "inboxRules"],
      ["Delegates", "m365_mailbox_delegates", "remove delegates", "delegates"],
      ["MobileDevices", "m365_mailbox_mobile_devices", "remove phones", "mobileDevices"],
      ["Protocols", "m365_mailbox_protocols", "switch protocols off", "protocols"],
    ] as const
  ).map(
    ([id, type, does, keep]): Step => ({
      id,
      type,
      does,
      after: [...EVIDENCE, "SignInBlock"],
      mailbox: true,
      keep,
    }),
  ),
];
