import { checked, flag, name, word } from "../../attribute";
import { type GraphAttribute, graph } from "../graph-table";
import { ofEveryTarget, target } from "../lens";
import { noneOrGroupFault } from "../values";
import { of } from "./method";

/** A feature of the Authenticator: its state, and for whom. */
function feature(
  property: string,
  attribute: string,
  about: string,
): Readonly<Record<string, GraphAttribute>> {
  const path = `featureSettings.${property}`;
  const group = (end: "includeTarget" | "excludeTarget", words: string) =>
    of(
      graph(checked(name(`${path}.${end}`, words, { cleared: "" }), noneOrGroupFault), {
        lens: target(`${path}.${end}`),
      }),
      "MicrosoftAuthenticator",
    );
  return {
    [`${attribute}_state`]: of(
      word(`${path}.state`, ["default", "enabled", "disabled"], about),
      "MicrosoftAuthenticator",
    ),
    [`${attribute}_group`]: group("includeTarget", "For whom: a group's object id, or all_users."),
    [`${attribute}_excluded_group`]: group("excludeTarget", "For whom not: a group's object id."),
  };
}

/** How the Authenticator is used, and what it shows. */
export const AUTHENTICATOR = {
  software_oath_enabled: of(
    flag("isSoftwareOathEnabled", "Does the Authenticator show one-time codes too?"),
    "MicrosoftAuthenticator",
  ),
  authentication_mode: of(
    graph(
      word(
        "includeTargets",
        ["any", "push", "deviceBasedPush"],
        "How the Authenticator is used, by everybody whom include_groups names: passwordless or push, push alone, passwordless alone.",
      ),
      { lens: ofEveryTarget("includeTargets", "authenticationMode") },
    ),
    "MicrosoftAuthenticator",
  ),
  ...feature(
    "displayAppInformationRequiredState",
    "display_app_information",
    "Does the Authenticator show which application asks?",
  ),
  ...feature(
    "displayLocationInformationRequiredState",
    "display_location_information",
    "Does the Authenticator show where the sign-in comes from?",
  ),
};
