import { zoneIdTwice } from "../../../../lib/rules/dns/zone-id-twice";
import type { Fixture, RuleCases } from "../fixture";

const ID = "a".repeat(32);

const zones = (...domains: readonly (readonly [domain: string, zone: string, id: string])[]): Fixture => ({
  domains: domains.map(([domain, name, id]) => ({
    domain,
    profile: "parked" as const,
    records: [],
    zone: { name, id },
  })),
});

const cases: RuleCases = {
  rule: zoneIdTwice,
  compliant: {
    "a zone for each": zones(
      ["contoso.com", "contoso.com", ID],
      ["fabrikam.com", "fabrikam.com", "b".repeat(32)],
    ),
    "two domains in one zone": zones(
      ["contoso.com", "contoso.com", ID],
      ["shop.contoso.com", "contoso.com", ID],
    ),
  },
  violating: {
    "one id for two zones": {
      ...zones(["contoso.com", "contoso.com", ID], ["fabrikam.com", "fabrikam.com", ID]),
      finds: [
        {
          level: "warning",
          at: "fabrikam.com",
          subject: "fabrikam.com",
          message: "one zone id stands for two zones, contoso.com and fabrikam.com",
          received: ID,
          fix: "give each domain the id of its own zone; where the zone is a parent of the domain, give its zoneName",
        },
      ],
    },
  },
};

export default cases;
