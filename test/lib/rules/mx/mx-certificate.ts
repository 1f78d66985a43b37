import { mxCertificate } from "../../../../lib/rules/mx/mx-certificate";
import { type Fixture, nameOf, type RuleCases } from "../fixture";

const HOST = "mx1.contoso.com";

const shown = (days: number, fault?: string, mode?: string): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      records: [`contoso.com MX 10 ${HOST}`, ...(mode ? ["_mta-sts.contoso.com TXT v=STSv1; id=1"] : [])],
      ...(mode ? { policy: `version: STSv1\r\nmode: ${mode}\r\nmx: ${HOST}\r\nmax_age: 86400\r\n` } : {}),
      seen: {
        smtp: [{ host: nameOf(HOST), address: "192.0.2.1", kind: "tls", days, ...(fault ? { fault } : {}) }],
      },
    },
  ],
});

const EXPECTED = {
  at: "contoso.com MX",
  expected: `a certificate for ${HOST}, in force, of an authority that senders know`,
} as const;
const BROKEN = {
  ...EXPECTED,
  message: `the certificate of ${HOST}, which takes mail of contoso.com, does not hold`,
  received: "it has expired (192.0.2.1)",
  fix: "have the host show such a certificate, with its whole chain",
} as const;

const cases: RuleCases = {
  rule: mxCertificate,
  compliant: {
    "one that holds for more than two weeks": shown(15),
    "no TLS at all, which another rule tells": {
      domains: [
        {
          domain: "contoso.com",
          records: [`contoso.com MX 10 ${HOST}`],
          seen: { smtp: [{ host: nameOf(HOST), address: "192.0.2.1", kind: "plain" }] },
        },
      ],
    },
  },
  violating: {
    "one that most senders take": {
      ...shown(-1, "it has expired"),
      finds: [{ ...BROKEN, level: "note" }],
    },
    "one under a policy in testing": {
      ...shown(-1, "it has expired", "testing"),
      finds: [{ ...BROKEN, level: "warning" }],
    },
    "one under a policy that is enforced": {
      ...shown(-1, "it has expired", "enforce"),
      finds: [{ ...BROKEN, level: "error" }],
    },
    "one that ends within two weeks": {
      ...shown(14, undefined, "enforce"),
      finds: [
        {
          ...EXPECTED,
          level: "note",
          message: `the certificate of ${HOST}, which takes mail of contoso.com, ends soon`,
          received: "14 days left (192.0.2.1)",
          fix: "renew it",
        },
      ],
    },
  },
};

export default cases;
