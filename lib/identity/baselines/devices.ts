import { type BaselinePolicy, SYNC } from "./baseline";

const LEARN = "https://learn.microsoft.com/entra/identity/conditional-access";

/** Policies that ask for a device that Intune finds compliant, or that is Entra hybrid joined. */
export const DEVICE_POLICIES = {
  "managed-device-all-users": {
    policy: {
      displayName: "Require a managed device for all users",
      include: "all",
      exclude: SYNC,
      applications: "all",
      grant: { controls: ["compliantDevice", "domainJoinedDevice"] },
    },
    licence: "p1",
    product: "Intune",
    template: "a297dd1a-21fe-4016-99a0-ba43ba64378c",
    differences: [
      {
        at: "grantControls.builtInControls",
        add: ["domainJoinedDevice"],
        why: "SCuBA and CIS let hybrid joined devices count as managed",
      },
    ],
    source: `${LEARN}/policy-all-users-device-compliance`,
    controls: ["MS.AAD.3.7v1", "CIS 5.2.2.9"],
    why: "tokens and files stay on devices that the organisation looks after",
    checkFirst:
      "how many active devices are compliant or hybrid joined; guests have none unless cross-tenant access settings trust theirs. Even report-only may ask users of macOS, iOS and Android to choose a device certificate: exclude those platforms to spare them",
  },
  "managed-device-security-info": {
    policy: {
      displayName: "Require a managed device to register security info",
      include: "all",
      userAction: "registerSecurityInfo",
      grant: { controls: ["compliantDevice", "domainJoinedDevice"] },
    },
    licence: "p1",
    product: "Intune",
    source: `${LEARN}/policy-all-users-security-info-registration`,
    controls: ["MS.AAD.3.8v1", "CIS 5.2.2.10"],
    why: "with a stolen password, an attacker would register a method of their own first",
    checkFirst:
      "that new users get a managed device or a Temporary Access Pass before they register; exclude guests",
  },
} as const satisfies Readonly<Record<string, BaselinePolicy>>;
