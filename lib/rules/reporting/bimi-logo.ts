import { bimiFileHits } from "../bimi-file-hits";
import { domainRule } from "../rule";

export const bimiLogo = domainRule({
  id: "bimi-logo",
  title: "a BIMI logo that mail clients do not show",
  why: "Mail clients show logos in one form alone, SVG Tiny Portable/Secure: without scripts, motion, pictures, or anything from elsewhere. A file in another form, or one that cannot be fetched, is left out without a word.",
  level: "warning",
  sources: [
    {
      name: "draft-svg-tiny-ps-abrotman",
      url: "https://datatracker.ietf.org/doc/draft-svg-tiny-ps-abrotman/",
    },
    { name: "draft-brand-indicators-for-message-identification §4.3" },
  ],
  from: ["observed"],
  check(mail, posture) {
    return bimiFileHits(mail, posture, {
      kind: "logo",
      noun: "logo",
      expected: "an SVG file of the profile Tiny Portable/Secure",
      fix: "export it in that profile, and serve it over HTTPS",
    });
  },
});
