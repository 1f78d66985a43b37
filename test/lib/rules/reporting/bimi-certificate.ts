import type { BimiFile } from "../../../../lib/posture/evidence";
import { bimiCertificate } from "../../../../lib/rules/reporting/bimi-certificate";
import { type Fixture, nameOf, type RuleCases } from "../fixture";

const LOCATION = "https://contoso.com/mark.pem";

const showing = (file: Pick<BimiFile, "faults" | "failed" | "days">): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      records: [`default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg; a=${LOCATION}`],
      seen: {
        bimiFiles: [
          { kind: "certificate", location: LOCATION, at: nameOf("default._bimi.contoso.com"), ...file },
        ],
      },
    },
  ],
});

const EXPECTED = {
  at: "default._bimi.contoso.com TXT",
  message: `the mark certificate of contoso.com at ${LOCATION}`,
  expected: "a chain in PEM, the mark certificate first, with the logo that is published",
} as const;

const cases: RuleCases = {
  rule: bimiCertificate,
  compliant: { "one that holds for more than six weeks": showing({ faults: [], days: 46 }) },
  violating: {
    "one that has expired, which is said once": {
      ...showing({ faults: ["it has expired"], days: -3 }),
      finds: [
        {
          ...EXPECTED,
          level: "warning",
          received: "it has expired",
          fix: "have the authority issue it anew, or put its whole chain there",
        },
      ],
    },
    "one that ends soon": {
      ...showing({ faults: [], days: 1 }),
      finds: [{ ...EXPECTED, level: "note", received: "1 day left", fix: "have the next one issued" }],
    },
    "one that is not there": {
      ...showing({ failed: "status 404", faults: [] }),
      finds: [
        {
          ...EXPECTED,
          level: "warning",
          received: "status 404",
          fix: "have the authority issue it anew, or put its whole chain there",
        },
      ],
    },
  },
};

export default cases;
