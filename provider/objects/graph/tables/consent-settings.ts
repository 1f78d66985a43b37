import { checked, flag, name } from "../../attribute";
import { settingsOf } from "../access";
import { type GraphTable, graph } from "../graph-table";
import { at, type Lens } from "../lens";
import { guidFault } from "../values";

/** The template of Consent Policy Settings, the same in every tenant. */
const CONSENT_POLICY_SETTINGS = "dffd5d46-495d-40a9-8e21-954ff55e198a";

/** A switch that is kept as a text. */
function textFlag(path: string): Lens {
  const place = at(path);
  return {
    get: (entity) => {
      const value = String(place.get(entity) ?? "").toLowerCase();
      return value === "true" ? true : value === "false" ? false : undefined;
    },
    set: (entity, value) => place.set(entity, String(value)),
  };
}

const of = (setting: string, about: string) => graph(flag(setting, about), { lens: textFlag(setting) });

export const consentSettings: GraphTable = {
  noun: "ConsentSettings",
  kind: "singleton",
  about:
    "Directory settings on consent: may people ask administrators, and may owners of groups consent for them.",
  graph: {
    path: "groupSettings",
    read: "GroupSettings.Read.All",
    write: "GroupSettings.ReadWrite.All",
    access: settingsOf(CONSENT_POLICY_SETTINGS),
  },
  attributes: {
    enable_admin_consent_requests: of(
      "EnableAdminConsentRequests",
      "May people ask an administrator for an application that they may not consent to?",
    ),
    block_user_consent_for_risky_apps: of(
      "BlockUserConsentForRiskyApps",
      "Is consent of people to applications held to be risky refused?",
    ),
    enable_group_specific_consent: of(
      "EnableGroupSpecificConsent",
      "May owners of groups consent to applications that read the group's data?",
    ),
    group_specific_consent_group: graph(
      checked(
        name(
          "ConstrainGroupSpecificConsentToMembersOfGroupId",
          "If they may: only members of this group, by its object id. Empty: every owner.",
          { cleared: "" },
        ),
        (value) => (value === "" ? undefined : guidFault(value)),
      ),
      {},
    ),
  },
  source: "https://learn.microsoft.com/graph/api/resources/groupsetting",
  role: "Global Administrator",
  notes: [
    "Who answers the requests is m365_admin_consent_request_policy.",
    "Other directory settings, such as those of Microsoft 365 groups, are objects of their own and stay as they are.",
  ],
  example: { enable_admin_consent_requests: true, block_user_consent_for_risky_apps: true },
};
