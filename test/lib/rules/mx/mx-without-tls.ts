import type { SmtpAnswer } from "../../../../lib/posture/evidence";
import { mxWithoutTls } from "../../../../lib/rules/mx/mx-without-tls";
import { type Fixture, nameOf, type RuleCases } from "../fixture";

const HOST = "mx1.contoso.com";
const policy = (mode: string) => `version: STSv1\r\nmode: ${mode}\r\nmx: ${HOST}\r\nmax_age: 86400\r\n`;

type Said = SmtpAnswer extends infer One ? (One extends SmtpAnswer ? Omit<One, "host"> : never) : never;

const asked = (said: readonly Said[], mode?: string): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      records: [`contoso.com MX 10 ${HOST}`, ...(mode ? ["_mta-sts.contoso.com TXT v=STSv1; id=1"] : [])],
      ...(mode ? { policy: policy(mode) } : {}),
      seen: { smtp: said.map((one) => ({ ...one, host: nameOf(HOST) }) as SmtpAnswer) },
    },
  ],
});

const EXPECTED = {
  at: "contoso.com MX",
  expected: "STARTTLS on port 25, with TLS 1.2 or newer",
  fix: "switch STARTTLS on at the host, with a certificate for its name",
} as const;

const cases: RuleCases = {
  rule: mxWithoutTls,
  compliant: {
    "nobody has connected": { domains: [{ domain: "contoso.com", records: [`contoso.com MX 10 ${HOST}`] }] },
    "TLS, whatever its certificate": asked([
      { address: "192.0.2.1", kind: "tls", fault: "it has expired", days: -1 },
    ]),
    "a host that was not reached, of which nobody knows": asked([
      { address: "192.0.2.1", kind: "unreached", why: "no answer within 15 s" },
    ]),
  },
  violating: {
    "no STARTTLS at two addresses": {
      ...asked([
        { address: "192.0.2.1", kind: "plain" },
        { address: "192.0.2.2", kind: "plain" },
      ]),
      finds: [
        {
          ...EXPECTED,
          level: "warning",
          message: `no TLS comes about with ${HOST}, which takes mail of contoso.com`,
          received: "it offers no STARTTLS (192.0.2.1, 192.0.2.2)",
        },
      ],
    },
    "a handshake that fails, under a policy that is enforced": {
      ...asked([{ address: "192.0.2.1", kind: "broken", why: "it answers STARTTLS with 454" }], "enforce"),
      finds: [
        {
          ...EXPECTED,
          level: "error",
          message: `no TLS comes about with ${HOST}, though the MTA-STS policy of contoso.com demands it`,
          received: "it answers STARTTLS with 454 (192.0.2.1)",
        },
      ],
    },
  },
};

export default cases;
