import { joined } from "../attribute";
import type { SingletonTable } from "../table";

export const arcConfig: SingletonTable = {
  noun: "ArcConfig",
  kind: "singleton",
  identity: "Default",
  about:
    "Whose ARC seals are trusted: services that change mail on its way in, and break its DKIM signature.",
  attributes: {
    arc_trusted_sealers: joined(
      "ArcTrustedSealers",
      "Domains as in d= of the ARC-Seal header. [] trusts none.",
      { example: ["filter.example"] },
    ),
  },
  source: "https://learn.microsoft.com/defender-office-365/email-authentication-arc-configure",
  example: { arc_trusted_sealers: ["filter.example"] },
};
