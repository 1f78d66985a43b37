import { parkedMx } from "../../../../lib/rules/mx/parked-mx";
import { online, parked, type RuleCases } from "../fixture";

const atAzure = (...records: readonly string[]) => ({
  domains: [{ domain: "contoso.net", profile: "parked" as const, hasNullMx: false, records }],
});

const cases: RuleCases = {
  rule: parkedMx,
  compliant: {
    "a host that is not known yet": { ...parked("contoso.net TXT v=spf1 -all"), unknown: ["contoso.net MX"] },
    "a domain that only sends": {
      domains: [{ domain: "news.contoso.com", profile: "send-only", records: [] }],
    },
    "no MX and no address, at a host that takes no null MX": atAzure("contoso.net TXT v=spf1 -all"),
    "the null MX": parked("contoso.net MX 0 ."),
    "a domain with mail": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
  },
  violating: {
    "two hosts, the preferred one first": {
      ...parked("contoso.net MX 20 mx2.contoso.com", "contoso.net MX 10 mx1.contoso.com"),
      finds: [
        {
          level: "error",
          at: "contoso.net MX #2",
          message: "contoso.net is parked, and names hosts that receive its mail",
          received: "mx1.contoso.com, mx2.contoso.com",
          expected: "the null MX alone",
          instead: ["contoso.net MX 0 ."],
        },
      ],
    },
    "a host beside the null MX": {
      ...parked("contoso.net MX 0 .", "contoso.net MX 10 mx.contoso.com"),
      finds: [
        {
          level: "error",
          at: "contoso.net MX #2",
          message: "contoso.net is parked, and names hosts that receive its mail",
          received: "mx.contoso.com",
          expected: "the null MX alone",
          instead: ["contoso.net MX 0 ."],
        },
      ],
    },
    "an address, at a host that takes no null MX": {
      ...atAzure("contoso.net A 192.0.2.80", "contoso.net AAAA 2001:db8::80"),
      finds: [
        {
          level: "warning",
          at: "contoso.net A",
          message: "contoso.net is parked, and has an address, where senders deliver to a domain without MX",
          expected: "no address at the domain itself, or a host of zones that takes the null MX",
        },
      ],
    },
    "a mail host, at a host that takes no null MX": {
      ...atAzure("contoso.net MX 10 mx.contoso.com"),
      finds: [
        {
          level: "error",
          at: "contoso.net MX",
          message: "contoso.net is parked, and names hosts that receive its mail",
          received: "mx.contoso.com",
          expected: "no MX: the host of the zone takes no null MX",
        },
      ],
    },
    "no MX": {
      ...parked("contoso.net TXT v=spf1 -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.net",
          message: "contoso.net is parked, and does not say that it receives no mail",
          expected: "the null MX alone",
          instead: ["contoso.net MX 0 ."],
        },
      ],
    },
    "a host": {
      ...parked("contoso.net MX 10 mx.contoso.com"),
      finds: [
        {
          level: "error",
          at: "contoso.net MX",
          message: "contoso.net is parked, and names hosts that receive its mail",
          received: "mx.contoso.com",
          expected: "the null MX alone",
          instead: ["contoso.net MX 0 ."],
        },
      ],
    },
  },
};

export default cases;
