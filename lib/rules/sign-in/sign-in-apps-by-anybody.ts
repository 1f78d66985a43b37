import { is, objectRule } from "../object-rule";

export const signInAppsByAnybody = objectRule({
  id: "sign-in-apps-by-anybody",
  kind: "authorization-policy",
  title: "everybody may register applications",
  why: "An application that somebody registered once keeps its rights after the account is closed, and a phished account is enough to make one that looks like the organization's own.",
  level: "warning",
  controls: { scuba: ["MS.AAD.5.1v1"], cis: ["5.1.2.2"] },
  recommended: false,
  says: "includes registering applications",
  wants: [is("allowedToCreateApps", false)],
});
