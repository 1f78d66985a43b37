import { between, objectRule } from "../object-rule";

export const passwordsExpire = objectRule({
  id: "passwords-expire",
  kind: "domain-password-policy",
  title: "passwords expire",
  why: "Who has to change a password often chooses one that follows from the last; Microsoft, NIST and CISA advise against it.",
  level: "note",
  controls: { scuba: ["MS.AAD.6.1v1"], cis: ["1.3.1"] },
  says: "comes",
  wants: [between("passwordValidityPeriodInDays", 2_147_483_647)],
});
