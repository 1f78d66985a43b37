import { methodRule } from "../method-rule";

export const signInPhoneCodes = methodRule({
  id: "sign-in-phone-codes",
  methods: ["Sms", "Voice"],
  title: "people prove who they are by text messages or phone calls",
  why: "Numbers are taken over at the carrier, and codes are read out to whoever asks convincingly.",
  controls: { scuba: ["MS.AAD.3.5v2"], cis: ["5.2.3.5"] },
});
