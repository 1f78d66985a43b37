import type { BimiFile } from "../../../../lib/posture/evidence";
import { bimiLogo } from "../../../../lib/rules/reporting/bimi-logo";
import { type Fixture, nameOf, type RuleCases } from "../fixture";

const LOCATION = "https://contoso.com/logo.svg";

const showing = (file: Pick<BimiFile, "faults" | "failed">): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      records: [`default._bimi.contoso.com TXT v=BIMI1; l=${LOCATION}`],
      seen: {
        bimiFiles: [
          { kind: "logo", location: LOCATION, at: nameOf("default._bimi.contoso.com"), ...file },
          {
            kind: "certificate",
            location: "https://contoso.com/mark.pem",
            at: nameOf("default._bimi.contoso.com"),
            faults: ["it holds no logo"],
          },
        ],
      },
    },
  ],
});

const EXPECTED = {
  at: "default._bimi.contoso.com TXT",
  level: "warning",
  message: `the logo of contoso.com at ${LOCATION}`,
  expected: "an SVG file of the profile Tiny Portable/Secure",
  fix: "export it in that profile, and serve it over HTTPS",
} as const;

const cases: RuleCases = {
  rule: bimiLogo,
  compliant: { "a logo without faults, whatever the certificate": showing({ faults: [] }) },
  violating: {
    "two faults": {
      ...showing({ faults: ["it has no title", "its viewBox is not square"] }),
      finds: [{ ...EXPECTED, received: "it has no title; its viewBox is not square" }],
    },
    "one that is not there": {
      ...showing({ failed: "status 404", faults: [] }),
      finds: [{ ...EXPECTED, received: "status 404" }],
    },
  },
};

export default cases;
