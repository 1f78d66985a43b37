import { is, objectRule } from "../object-rule";

export const exchangeFilesUnchecked = objectRule({
  id: "exchange-files-unchecked",
  kind: "atp-policy-for-o365",
  title: "files in SharePoint, OneDrive and Teams are not scanned",
  why: "Malware that was uploaded reaches everyone who has the link, and no mail filter sees it.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.1.4v1"], cis: ["2.1.5"] },
  recommended: false,
  says: "is off",
  wants: [is("enableAtpForSpoTeamsOdb", true)],
});
