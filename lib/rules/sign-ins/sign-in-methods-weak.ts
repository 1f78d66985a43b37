import { objectRule, oneOf } from "../object-rule";

/** Methods that somebody else may read or divert. */
const WEAK: ReadonlySet<string> = new Set(["Email", "Sms", "Voice"]);

export const signInMethodsWeak = objectRule({
  id: "sign-in-methods-weak",
  kind: "authentication-method",
  only: ({ method }) => WEAK.has(String(method)),
  title: "people sign in by methods that can be diverted",
  why: "Text messages, calls and codes by mail can be diverted or phished; whoever has them passes for their owner.",
  level: "warning",
  controls: { scuba: ["MS.AAD.3.5v2"], cis: ["5.2.3.5", "5.2.3.7"] },
  recommended: false,
  says: "can be used, and diverted",
  wants: [oneOf("state", ["disabled"])],
});
