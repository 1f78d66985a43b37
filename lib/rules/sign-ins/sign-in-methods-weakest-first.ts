import { holds, objectRule, oneOf } from "../object-rule";

export const signInMethodsWeakestFirst = objectRule({
  id: "sign-in-methods-weakest-first",
  kind: "authentication-methods-policy",
  title: "people are not asked for their strongest method first",
  why: "Whoever has a passkey and a phone is asked for what they last used, which a false page takes too.",
  level: "warning",
  controls: { cis: ["5.2.3.6"] },
  says: "does not ask for the strongest method first",
  wants: [oneOf("systemPreferredState", ["enabled"]), holds("systemPreferredIncludeGroups", ["all_users"])],
});
