import type { BaselinePolicy } from "./baseline";

const LEARN = "https://learn.microsoft.com/entra/identity/conditional-access";

/** Policies that close a way in. */
export const BLOCK_POLICIES = {
  "block-legacy-authentication": {
    policy: {
      displayName: "Block legacy authentication",
      include: "all",
      applications: "all",
      clients: ["exchangeActiveSync", "other"],
      grant: "block",
    },
    licence: "p1",
    template: "0b2282f9-2862-4178-88b5-d79340b36cb8",
    source: `${LEARN}/policy-block-legacy-authentication`,
    controls: ["MS.AAD.1.1v1", "CIS 5.2.2.3"],
    why: "POP, IMAP and SMTP AUTH with a password ask for no second factor",
    checkFirst:
      "sign-in logs of the last 30 days, client app: legacy authentication clients; scanners and applications that send by SMTP AUTH need an exclusion or another relay",
  },
  "block-device-code-flow": {
    policy: {
      displayName: "Block device code flow",
      include: "all",
      applications: "all",
      authenticationFlows: ["deviceCodeFlow"],
      grant: "block",
    },
    licence: "p1",
    source: `${LEARN}/policy-block-authentication-flows`,
    controls: ["MS.AAD.3.9v1", "CIS 5.2.2.12"],
    why: "a phisher who gets a user to type a code into Microsoft's own page has the user's tokens",
    checkFirst:
      "sign-in logs, authentication protocol: device code; meeting room devices and command-line tools on hosts without a browser use it",
  },
  "block-authentication-transfer": {
    policy: {
      displayName: "Block authentication transfer",
      include: "all",
      applications: "all",
      authenticationFlows: ["authenticationTransfer"],
      grant: "block",
    },
    licence: "p1",
    source: `${LEARN}/policy-block-authentication-flows`,
    controls: ["CIS 5.2.2.17"],
    why: "a QR code carries a signed-in state to a device that met no policy",
    checkFirst: "sign-in logs, original transfer method: authentication transfer",
  },
} as const satisfies Readonly<Record<string, BaselinePolicy>>;
