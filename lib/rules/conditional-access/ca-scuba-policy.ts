import { scubaPoliciesMissing } from "../../posture/facts/scuba-policies";
import { fixByPolicy } from "../../posture/facts/security-defaults";
import { scuba } from "../controls/scuba";
import { tenantRule } from "../rule";

export const caScubaPolicy = tenantRule({
  id: "ca-scuba-policy",
  reads: "policies",
  title: "no policy that passes CISA's own test of a control",
  why: "ScubaGear looks for one policy of a given form: for all users and applications, on, without an excluded role. Policies that ask for the same between them do not count there, however well they protect, and the report says that the control is not met. A policy that is narrowed by a place, a platform or a risk counts there, and not here.",
  level: "warning",
  sources: [
    {
      name: "ScubaGear, AADConfig.rego",
      url: "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/Rego/AADConfig.rego",
    },
  ],
  controls: {
    scuba: [
      "MS.AAD.1.1v1",
      "MS.AAD.2.1v1",
      "MS.AAD.2.3v1",
      "MS.AAD.3.1v1",
      "MS.AAD.3.2v2",
      "MS.AAD.3.6v1",
      "MS.AAD.3.7v1",
      "MS.AAD.3.8v1",
      "MS.AAD.3.9v1",
    ],
  },
  recommended: false,
  check(tenant) {
    return scubaPoliciesMissing(tenant).map((control) => {
      const { asks, unmet } = scuba.controls[control];
      return {
        message: `no policy of ${tenant.name} passes CISA's test of ${control}: ${asks}`,
        alike: { name: control, several: `controls whose test no policy of ${tenant.name} passes` },
        unmet: [control],
        expected: "one policy that is on and has the form of baseline scuba, with no role excluded",
        ...fixByPolicy(tenant, "switch on the policy that docs/reference/baselines.md names for the control"),
        ...(unmet === "warning" ? { level: "warning" as const } : {}),
      };
    });
  },
});
