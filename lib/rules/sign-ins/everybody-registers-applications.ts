import { is, objectRule } from "../object-rule";

export const everybodyRegistersApplications = objectRule({
  id: "everybody-registers-applications",
  kind: "authorization-policy",
  title: "everybody may register applications",
  why: "An application that anybody registered can be given rights, and stays when its maker is gone.",
  level: "warning",
  controls: { scuba: ["MS.AAD.5.1v1"], cis: ["5.1.2.2"] },
  says: "lets everybody register applications",
  wants: [is("allowedToCreateApps", false)],
});
