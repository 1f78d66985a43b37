import { flag } from "../attribute";
import { onlyWith } from "../cross-rules";
import type { SingletonTable } from "../table";

const SAFE_DOCUMENTS = "Microsoft 365 E5 or E5 Security";

export const atpPolicyForO365: SingletonTable = {
  noun: "AtpPolicyForO365",
  kind: "singleton",
  identity: "Default",
  about: "Safe Attachments in SharePoint, OneDrive and Teams, and Safe Documents in Office.",
  attributes: {
    enable_atp_for_spo_teams_odb: flag(
      "EnableATPForSPOTeamsODB",
      "Are files in SharePoint, OneDrive and Teams looked at?",
    ),
    enable_safe_docs: flag("EnableSafeDocs", "Are files looked at before Office leaves Protected View?", {
      licence: SAFE_DOCUMENTS,
      needs: "e5",
    }),
    allow_safe_docs_open: flag("AllowSafeDocsOpen", "May users open what was found to be malicious?", {
      licence: SAFE_DOCUMENTS,
      needs: "e5",
    }),
  },
  rules: [onlyWith("allow_safe_docs_open", "enable_safe_docs", true)],
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/set-atppolicyforo365",
  licence: "Microsoft Defender for Office 365",
  needs: "defender-p1",
  role: "Security Administrator",
  example: { enable_atp_for_spo_teams_odb: true, enable_safe_docs: true, allow_safe_docs_open: false },
};
