import { checked, flag, whole, wholeNames, word } from "../../attribute";
import { type GraphTable, graph } from "../graph-table";
import { targets, targetsWhere } from "../lens";
import { AUTHENTICATOR } from "../methods/authenticator";
import { CERTIFICATES } from "../methods/certificates";
import { METHODS, of } from "../methods/method";
import { PASSKEYS } from "../methods/passkeys";
import { lifetimes, TEMPORARY_ACCESS_PASS } from "../methods/temporary-access-pass";
import { groupFault } from "../values";

const groups = (path: string, about: string) => checked(wholeNames(path, about), groupFault);

export const authenticationMethod: GraphTable = {
  noun: "AuthenticationMethod",
  kind: "singleton",
  key: "method",
  about: "A method by which people sign in or prove who they are: who may use it, and how.",
  graph: {
    path: "policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{}",
    read: "Policy.Read.AuthenticationMethod",
    write: "Policy.ReadWrite.AuthenticationMethod",
  },
  attributes: {
    method: word("id", METHODS, "Which method.", { required: true, replaces: true, local: true }),
    state: word("state", ["enabled", "disabled"], "May it be used at all?"),
    include_groups: graph(groups("includeTargets", "Who may use it: object ids of groups, or all_users."), {
      lens: targets("includeTargets", { isRegistrationRequired: false }),
    }),
    exclude_groups: graph(
      groups("excludeTargets", "Who may not, whatever else is said: object ids of groups."),
      {
        lens: targets("excludeTargets"),
      },
    ),
    registration_required_groups: graph(
      groups("includeTargets", "Of include_groups, those whose members are asked to register it."),
      { lens: targetsWhere("includeTargets", "isRegistrationRequired", "registration_required_groups") },
    ),
    ...PASSKEYS,
    ...AUTHENTICATOR,
    sign_in_groups: of(
      graph(
        groups(
          "includeTargets",
          "Of include_groups, those whose members may sign in by a text message alone.",
        ),
        {
          lens: targetsWhere("includeTargets", "isUsableForSignIn", "sign_in_groups"),
        },
      ),
      "Sms",
    ),
    office_phone_allowed: of(flag("isOfficePhoneAllowed", "Are office phones called too?"), "Voice"),
    external_id_otp: of(
      word(
        "allowExternalIdToUseEmailOtp",
        ["default", "enabled", "disabled"],
        "Do guests get one-time codes by mail?",
      ),
      "Email",
    ),
    ...TEMPORARY_ACCESS_PASS,
    ...CERTIFICATES,
    pin_length: of(whole("pinLength", [8, 20], "The least digits of a PIN."), "QRCodePin"),
    standard_qr_code_lifetime_in_days: of(
      whole("standardQRCodeLifetimeInDays", [1, 395], "How long a code lasts."),
      "QRCodePin",
    ),
  },
  rules: [lifetimes],
  source: "https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicies-overview",
  role: "Authentication Policy Administrator",
  notes: [
    "Whatever a target says beside its id, as set in the portal, stays as it is.",
    "Passkey profiles, certificate rules and authorities, and methods of other providers are not declared: they stay as they are.",
  ],
  example: {
    method: "MicrosoftAuthenticator",
    state: "enabled",
    include_groups: ["all_users"],
    software_oath_enabled: false,
    display_app_information_state: "enabled",
    display_app_information_group: "all_users",
  },
};
