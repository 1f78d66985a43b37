import { methodRule } from "../method-rule";

export const signInMailCodes = methodRule({
  id: "sign-in-mail-codes",
  methods: ["Email"],
  title: "people prove who they are by codes in mail",
  why: "Whoever reads the mailbox has the second factor too.",
  controls: { scuba: ["MS.AAD.3.5v2"], cis: ["5.2.3.7"] },
});
