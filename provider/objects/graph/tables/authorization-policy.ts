import { flag, wholeNames, word } from "../../attribute";
import { type GraphTable, graph } from "../graph-table";
import { at, type Lens } from "../lens";

const USERS = "defaultUserRolePermissions";

/** What policies of consent begin with that are about what people consent to for themselves. */
const FOR_SELF = "ManagePermissionGrantsForSelf.";

/** Those of the list that are about oneself; others, such as what owners of teams may grant, stay. */
const forSelf: Lens = {
  get: (entity) => assigned(entity).filter(isForSelf),
  set: (entity, value) =>
    ASSIGNED.set(entity, [
      ...assigned(entity).filter((one) => !isForSelf(one)),
      ...(Array.isArray(value) ? value : []),
    ]),
};

const ASSIGNED = at(`${USERS}.permissionGrantPoliciesAssigned`);

function assigned(entity: Readonly<Record<string, unknown>>): readonly string[] {
  const found = ASSIGNED.get(entity);
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string") : [];
}

const isForSelf = (policy: string) => policy.toLowerCase().startsWith(FOR_SELF.toLowerCase());

/** Guests as members; with limits; the least. https://learn.microsoft.com/entra/identity/users/users-restrict-guest-permissions */
const GUEST_ROLES = [
  "a0b1b346-4d3e-4e8b-98f8-753987be4970",
  "10dae51f-b6af-4016-8d66-8c2a99b929b3",
  "2af84b1e-32c8-42b7-82bc-daa82404023b",
] as const;

const consents = wholeNames(
  `${USERS}.permissionGrantPoliciesAssigned`,
  "What people may grant applications in their own name, by policies such as ManagePermissionGrantsForSelf.microsoft-user-default-low. Empty: nothing.",
  { example: ["ManagePermissionGrantsForSelf.microsoft-user-default-low"] },
);

export const authorizationPolicy: GraphTable = {
  noun: "AuthorizationPolicy",
  kind: "singleton",
  about: "What everybody in the tenant may do without a role: register applications, invite guests, consent.",
  graph: {
    path: "policies/authorizationPolicy",
    read: "Policy.Read.All",
    write: "Policy.ReadWrite.Authorization",
  },
  attributes: {
    allowed_to_use_sspr: flag(
      "allowedToUseSSPR",
      "May administrators reset their own passwords? For everybody else the portal says it.",
    ),
    allow_invites_from: word(
      "allowInvitesFrom",
      ["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"],
      "Who may invite guests.",
    ),
    guest_user_role_id: word(
      "guestUserRoleId",
      GUEST_ROLES,
      "What guests may see: as much as members, less, or the least, in this order.",
    ),
    allow_user_consent_for_risky_apps: flag(
      "allowUserConsentForRiskyApps",
      "May people consent to applications that are held to be risky?",
    ),
    allow_email_verified_users_to_join_organization: flag(
      "allowEmailVerifiedUsersToJoinOrganization",
      "May people join the tenant by an address alone?",
    ),
    allowed_to_sign_up_email_based_subscriptions: flag(
      "allowedToSignUpEmailBasedSubscriptions",
      "May people sign up for trials by their address?",
    ),
    block_msol_power_shell: flag("blockMsolPowerShell", "Is the old PowerShell module MSOnline kept out?"),
    allowed_to_create_apps: flag(`${USERS}.allowedToCreateApps`, "May everybody register applications?"),
    allowed_to_create_security_groups: flag(
      `${USERS}.allowedToCreateSecurityGroups`,
      "May everybody create security groups?",
    ),
    allowed_to_create_tenants: flag(`${USERS}.allowedToCreateTenants`, "May everybody create tenants?"),
    allowed_to_read_bitlocker_keys_for_owned_device: flag(
      `${USERS}.allowedToReadBitlockerKeysForOwnedDevice`,
      "May people read the recovery keys of their own devices?",
    ),
    allowed_to_read_other_users: flag(
      `${USERS}.allowedToReadOtherUsers`,
      "May people read about each other?",
    ),
    user_consent_policies: graph(
      {
        ...consents,
        codec: {
          ...consents.codec,
          fault: (value) =>
            isForSelf(String(value))
              ? undefined
              : `got ${JSON.stringify(value)}; expected a policy such as ${FOR_SELF}microsoft-user-default-low`,
        },
      },
      { lens: forSelf },
    ),
  },
  source: "https://learn.microsoft.com/graph/api/resources/authorizationpolicy",
  role: "Privileged Role Administrator",
  notes: [
    "Of the policies of consent only those for oneself are managed; others of the same list stay as they are.",
  ],
  example: {
    allowed_to_create_apps: false,
    allow_invites_from: "adminsAndGuestInviters",
    allowed_to_use_sspr: false,
  },
};
