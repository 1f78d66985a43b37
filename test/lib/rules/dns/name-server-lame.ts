import type { NameServerAnswer } from "../../../../lib/posture/evidence";
import { nameServerLame } from "../../../../lib/rules/dns/name-server-lame";
import type { Fixture, RuleCases } from "../fixture";

const served = (...nameServers: readonly NameServerAnswer[]): Fixture => ({
  domains: [{ domain: "contoso.com", records: [], seen: { nameServers } }],
});
const GOOD = { server: "ns1.contoso.net", kind: "serial", serial: 1, primary: "ns1.contoso.net" } as const;
const LAME = { server: "ns2.contoso.net", kind: "lame", why: "192.0.2.53: REFUSED" } as const;

const EXPECTED = {
  at: "contoso.com",
  expected: "an answer with authority to the question for the SOA record",
  fix: "have it serve the zone, or take it off the list at the registrar and in the zone",
} as const;

const cases: RuleCases = {
  rule: nameServerLame,
  compliant: {
    "nobody has asked": { domains: [{ domain: "contoso.com", records: [] }] },
    "all answer": served(GOOD, { ...GOOD, server: "ns2.contoso.net" }),
  },
  violating: {
    "one of two": {
      ...served(GOOD, LAME),
      finds: [
        {
          ...EXPECTED,
          level: "warning",
          message: "ns2.contoso.net is listed as a name server of contoso.com and does not answer for it",
          received: "192.0.2.53: REFUSED",
        },
      ],
    },
    "all of them": {
      ...served(LAME),
      finds: [
        {
          ...EXPECTED,
          level: "error",
          message: "ns2.contoso.net is listed as a name server of contoso.com and does not answer for it",
          received: "192.0.2.53: REFUSED",
        },
      ],
    },
    "one that is silent, which may be out of reach from here": {
      ...served(GOOD, { server: "ns2.contoso.net", kind: "failure", why: "192.0.2.53: no answer over UDP" }),
      finds: [
        {
          ...EXPECTED,
          level: "note",
          message: "ns2.contoso.net, listed as a name server of contoso.com, did not answer",
          received: "192.0.2.53: no answer over UDP",
        },
      ],
    },
  },
};

export default cases;
