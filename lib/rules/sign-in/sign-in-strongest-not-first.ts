import { holds, objectRule, oneOf } from "../object-rule";

export const signInStrongestNotFirst = objectRule({
  id: "sign-in-strongest-not-first",
  kind: "authentication-methods-policy",
  title: "people are not asked for their strongest method first",
  why: "Who has a passkey and a phone is asked for whatever was registered first, which may be the phone.",
  level: "warning",
  controls: { cis: ["5.2.3.6"] },
  recommended: false,
  says: "does not have everybody asked for the strongest method first",
  wants: [oneOf("systemPreferredState", ["enabled"]), holds("systemPreferredIncludeGroups", ["all_users"])],
});
