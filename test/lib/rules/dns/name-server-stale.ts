import { nameServerStale } from "../../../../lib/rules/dns/name-server-stale";
import type { Fixture, RuleCases } from "../fixture";

/** Name servers with their serials, and where their copies come from. */
const served = (
  ...all: readonly (readonly [server: string, serial: number, primary?: string])[]
): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      records: [],
      seen: {
        nameServers: all.map(([server, serial, primary = "ns1.contoso.net"]) => ({
          server,
          kind: "serial" as const,
          serial,
          primary,
        })),
      },
    },
  ],
});

const older = (received: string, expected: string) => ({
  at: "contoso.com",
  level: "note" as const,
  message: "ns2.contoso.net answers for contoso.com from an older copy of the zone",
  received,
  expected,
  fix: "look once more after the refresh time of the SOA record; if it is still so, see why transfers to it fail",
});

const cases: RuleCases = {
  rule: nameServerStale,
  compliant: {
    "copies of one serial": served(["ns1.contoso.net", 2026112801], ["ns2.contoso.net", 2026112801]),
    "two hosts that serve the zone each by itself": served(
      ["ns1.contoso.net", 2026112801],
      ["ns1.fabrikam.com", 1, "ns1.fabrikam.com"],
    ),
    "a serial half the circle away, of which RFC 1982 says nothing": served(
      ["ns1.contoso.net", 2 ** 31],
      ["ns2.contoso.net", 0],
    ),
  },
  violating: {
    "an older serial": {
      ...served(["ns1.contoso.net", 2026112802], ["ns2.contoso.net", 2026112801]),
      finds: [older("serial 2026112801", "serial 2026112802, as at ns1.contoso.net")],
    },
    "a serial that has gone round": {
      ...served(["ns1.contoso.net", 3], ["ns2.contoso.net", 4294967290]),
      finds: [older("serial 4294967290", "serial 3, as at ns1.contoso.net")],
    },
  },
};

export default cases;
