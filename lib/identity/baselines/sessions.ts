import { ADMIN_ROLES } from "./admins";
import { type BaselinePolicy, SYNC } from "./baseline";

const LEARN = "https://learn.microsoft.com/entra/identity/conditional-access";

/** Policies that bound how long a sign-in lasts. */
export const SESSION_POLICIES = {
  "session-limits-admins": {
    policy: {
      displayName: "Limit sessions of admins to 4 hours",
      include: { roles: [...ADMIN_ROLES, "Global Reader"] },
      applications: "all",
      grant: { controls: ["mfa"] },
      session: { signInFrequency: { hours: 4 }, persistentBrowser: "never" },
    },
    licence: "p1",
    source: `${LEARN}/howto-conditional-access-session-lifetime`,
    controls: ["CIS 5.2.2.4"],
    why: "a stolen token of an administrator is worth four hours, and a closed browser forgets it",
    checkFirst: "long-running scripts that administrators start in their own name",
  },
  "sign-in-frequency-all-users": {
    policy: {
      displayName: "Require sign-in every 7 days",
      include: "all",
      exclude: SYNC,
      applications: "all",
      session: { signInFrequency: { days: 7 } },
    },
    licence: "p1",
    source: `${LEARN}/howto-conditional-access-session-lifetime`,
    controls: ["CIS 5.2.2.13"],
    why: "a stolen token is worth a week instead of a rolling 90 days",
    checkFirst: "kiosks, meeting rooms and shared devices, which someone would have to sign in again",
  },
} as const satisfies Readonly<Record<string, BaselinePolicy>>;
