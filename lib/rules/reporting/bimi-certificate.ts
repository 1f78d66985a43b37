import { counted } from "../../counted";
import { bimiFileHits } from "../bimi-file-hits";
import { domainRule, type Hit } from "../rule";

/** Days; authorities take weeks to issue the next. */
const SOON = 45;

export const bimiCertificate = domainRule({
  id: "bimi-certificate",
  title: "a mark certificate that receivers do not take",
  why: "Gmail and Apple show a logo only with a mark certificate whose chain is whole, in force, for the domain, and holds the very logo. Each receiver has its own list of authorities that it trusts: that is not looked at here.",
  level: "warning",
  sources: [
    {
      name: "draft-fetch-validation-vmc-wchuang",
      url: "https://datatracker.ietf.org/doc/draft-fetch-validation-vmc-wchuang/",
    },
  ],
  from: ["observed"],
  check(mail, posture) {
    const asked = {
      kind: "certificate",
      noun: "mark certificate",
      expected: "a chain in PEM, the mark certificate first, with the logo that is published",
      fix: "have the authority issue it anew, or put its whole chain there",
    } as const;
    const ending = bimiFileHits(mail, posture, {
      ...asked,
      faultsOf: ({ faults, days }) =>
        faults.length === 0 && days !== undefined && days <= SOON
          ? [`${counted(Math.max(days, 0), "day")} left`]
          : [],
    });
    return [
      ...bimiFileHits(mail, posture, asked),
      ...ending.map((hit): Hit => ({ ...hit, level: "note", fix: "have the next one issued" })),
    ];
  },
});
