import { SSPR_SCOPES, ssprRegistrationOf } from "../../lib/identity/sspr-registration";
import { guidFault } from "../objects/graph/values";
import { bool, DiagnosticError, list, num, str } from "../plugin/index";
import { dataSource } from "./m365";
import { readable } from "./readable";

/**
 * Whether the members of a group may reset their own passwords. The switch is in the portal alone, so its effect is read:
 * the report of registrations says of each user whether the reset is enabled, registered and possible.
 * Source: https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails
 */
export const ssprRegistration = dataSource({
  description:
    "Are the members of a group enabled for self-service password reset, registered for it and able to use it? Proves the switch of the portal, which has no API. The report is up to a day behind. Needs Entra ID P1, and the application permissions AuditLog.Read.All, GroupMember.Read.All and User.Read.All.",
  attributes: {
    group_id: str({
      required: true,
      validate: guidFault,
      description: "Object id of the group.",
    }),
    assert: bool({
      optional: true,
      description: "Is a member who is not enabled an error? Default: false, it is a value.",
    }),
    passed: bool({
      computed: true,
      description: "Is every member that the report shows enabled, and is there one?",
    }),
    members: num({
      computed: true,
      description: "Users in the group, nested groups included, whose accounts are not disabled.",
    }),
    reported: num({ computed: true, description: "Those of them that the report shows." }),
    enabled: num({ computed: true, description: "Those of the reported who may reset their passwords." }),
    registered: num({ computed: true, description: "Those who registered methods for it." }),
    capable: num({ computed: true, description: "Those who can do it now." }),
    not_enabled: list(str(), {
      computed: true,
      description: "User principal names of those who may not, at most 20.",
    }),
    scope: str({
      computed: true,
      description: `For whom the portal has it on, by what the report shows of the others: ${SSPR_SCOPES.join(", ")}.`,
    }),
    summary: str({ computed: true, description: "All of it in a sentence." }),
  },

  async read({ group_id, assert }, { client, signal }) {
    const members = await readable(
      "the members of the group",
      client.graph.list(
        `groups/${encodeURIComponent(group_id)}/transitiveMembers?$select=id,userPrincipalName,accountEnabled`,
        { signal, needs: "GroupMember.Read.All and User.Read.All" },
      ),
    );
    const report = await readable(
      "the report of registrations",
      client.graph.list("reports/authenticationMethods/userRegistrationDetails", {
        signal,
        needs: "AuditLog.Read.All, and the tenant Entra ID P1",
      }),
    );
    const { notEnabled, ...found } = ssprRegistrationOf(members, report);
    if (assert === true && !found.passed) {
      throw new DiagnosticError({
        summary: "self-service password reset is not on for the whole group",
        detail: `${found.summary} Turn it on in the Entra admin center: Password reset, Properties, Selected, and the group. The report is up to a day behind.`,
        path: ["group_id"],
      });
    }
    return { group_id, assert: assert ?? null, not_enabled: notEnabled, ...found };
  },
});
