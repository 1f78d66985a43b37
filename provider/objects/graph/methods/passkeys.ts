import { checked, flag, wholeNames, word } from "../../attribute";
import { guidFault } from "../values";
import { of } from "./method";

/** Which keys are taken, and from whom. */
export const PASSKEYS = {
  self_service_registration_allowed: of(
    flag("isSelfServiceRegistrationAllowed", "May people register passkeys themselves?"),
    "Fido2",
  ),
  attestation_enforced: of(
    flag("isAttestationEnforced", "Must a key prove its model when it is registered?"),
    "Fido2",
  ),
  key_restrictions_enforced: of(
    flag("keyRestrictions.isEnforced", "Are only some models of keys taken?"),
    "Fido2",
  ),
  key_restrictions_type: of(
    word(
      "keyRestrictions.enforcementType",
      ["allow", "block"],
      "Are the listed models the ones taken, or those refused?",
    ),
    "Fido2",
  ),
  key_restrictions_aaguids: of(
    checked(
      wholeNames("keyRestrictions.aaGuids", "Models of keys by their AAGUIDs.", {
        example: ["de1e552d-db1d-4423-a619-566b625cdc84"],
      }),
      guidFault,
    ),
    "Fido2",
  ),
};
