import { ADMIN_ROLES, PHISHING_RESISTANT_ROLES } from "./admins";
import { type BaselinePolicy, SYNC } from "./baseline";

const LEARN = "https://learn.microsoft.com/entra/identity/conditional-access";

/** Policies that ask for a second factor. */
export const MFA_POLICIES = {
  "mfa-all-users": {
    policy: {
      displayName: "Require multifactor authentication for all users",
      include: "all",
      exclude: SYNC,
      applications: "all",
      grant: { controls: ["mfa"] },
    },
    licence: "p1",
    template: "a3d0a415-b068-4326-9251-f9cdf9feeb64",
    source: `${LEARN}/policy-all-users-mfa-strength`,
    controls: ["MS.AAD.3.2v2", "CIS 5.2.2.2"],
    why: "a stolen password alone opens nothing",
    checkFirst:
      "accounts that services sign in with (exclude their group, or move them to workload identities), and who has registered a method (Entra admin center, Authentication methods, User registration details)",
  },
  "mfa-admins": {
    policy: {
      displayName: "Require multifactor authentication for admins",
      include: { roles: ADMIN_ROLES },
      applications: "all",
      grant: { controls: ["mfa"] },
    },
    licence: "p1",
    template: "c7503427-338e-4c5e-902d-abe252abfb43",
    source: `${LEARN}/policy-old-require-mfa-admin`,
    controls: [],
    why: "accounts that can change the tenant are what attackers are after",
    checkFirst: "which of these roles' members have a method registered, service accounts among them",
  },
  "mfa-guests": {
    policy: {
      displayName: "Require multifactor authentication for guest access",
      include: { guests: true },
      applications: "all",
      grant: { controls: ["mfa"] },
    },
    licence: "p1",
    template: "a4072ac0-722b-4991-981b-7f9755daef14",
    source: `${LEARN}/policy-guests-mfa-strength`,
    controls: [],
    why: "how well a guest's home tenant guards the account is unknown",
    checkFirst:
      "cross-tenant access settings: without trust in the home tenant's MFA, guests register a method here",
  },
  "mfa-azure-management": {
    policy: {
      displayName: "Require multifactor authentication for Azure management",
      include: "all",
      applications: ["Windows Azure Service Management API"],
      grant: { controls: ["mfa"] },
    },
    licence: "p1",
    template: "d8c51a9a-e6b1-454d-86af-554e7872e2c1",
    source: `${LEARN}/policy-old-require-mfa-azure-mgmt`,
    controls: [],
    why: "rights over subscriptions come from Azure roles, which policies on directory roles do not see",
    checkFirst: "scripts and pipelines that sign in to Azure as a user; they need workload identities",
  },
  "mfa-admin-portals": {
    policy: {
      displayName: "Require multifactor authentication for Microsoft admin portals",
      include: { roles: ADMIN_ROLES },
      applications: ["MicrosoftAdminPortals"],
      grant: { strength: "mfa" },
    },
    licence: "p1",
    template: "6364131e-bc4a-47c4-a20b-33492d1fff6c",
    source: `${LEARN}/policy-old-require-mfa-admin-portals`,
    controls: [],
    why: "Microsoft requires MFA in its portals in any case; the policy makes it this tenant's own rule",
    checkFirst: "which of these roles' members have a method registered",
  },
  "phishing-resistant-mfa-admins": {
    policy: {
      displayName: "Require phishing-resistant multifactor authentication for admins",
      include: { roles: PHISHING_RESISTANT_ROLES },
      applications: "all",
      grant: { operator: "and", strength: "phishing-resistant" },
    },
    licence: "p1",
    template: "76c03f19-ea37-4656-a772-a183b4ddb81d",
    source: `${LEARN}/policy-admin-phish-resistant-mfa`,
    controls: [],
    why: "codes and push prompts can be relayed by a phishing site, a passkey or certificate cannot",
    checkFirst:
      "that every member of these roles has registered a passkey, Windows Hello for Business or a certificate",
  },
  "phishing-resistant-mfa-all-users": {
    policy: {
      displayName: "Require phishing-resistant multifactor authentication for all users",
      include: "all",
      exclude: SYNC,
      applications: "all",
      grant: { operator: "and", strength: "phishing-resistant" },
    },
    licence: "p1",
    source: "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
    controls: ["MS.AAD.3.1v1"],
    why: "codes and push prompts can be relayed by a phishing site, a passkey or certificate cannot",
    checkFirst:
      "that every user has registered a passkey, Windows Hello for Business or a certificate; guests too",
  },
  "secure-security-info-registration": {
    policy: {
      displayName: "Securing security info registration",
      include: "all",
      exclude: { guests: true, roles: ["Global Administrator"] },
      userAction: "registerSecurityInfo",
      excludeLocations: "all-trusted",
      grant: { controls: ["mfa"] },
    },
    licence: "p1",
    template: "b8bda7f8-6584-4446-bce9-d871480e53fa",
    source: `${LEARN}/policy-all-users-security-info-registration`,
    controls: [],
    why: "with a stolen password, an attacker would register a method of their own first",
    checkFirst: "that new users can be given a Temporary Access Pass, or register from a trusted location",
  },
  "mfa-intune-enrollment": {
    policy: {
      displayName: "Require multifactor authentication every time for Intune enrollment",
      include: "all",
      applications: ["Microsoft Intune Enrollment"],
      grant: { controls: ["mfa"] },
      session: { signInFrequency: "everyTime" },
    },
    licence: "p1",
    source: `${LEARN}/concept-session-lifetime`,
    controls: ["CIS 5.2.2.11"],
    why: "a device enrolled with stolen credentials would count as compliant from then on",
    checkFirst:
      "that the tenant has the service principal of Microsoft Intune Enrollment (d4ebce55-015a-49b5-a083-c84d1797ae8c); without it Graph refuses the policy",
  },
} as const satisfies Readonly<Record<string, BaselinePolicy>>;
