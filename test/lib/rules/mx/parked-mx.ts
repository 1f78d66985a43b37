import { parkedMx } from "../../../../lib/rules/mx/parked-mx";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: parkedMx,
  compliant: {
    "a host that is not known yet": { ...parked("contoso.net TXT v=spf1 -all"), unknown: ["contoso.net MX"] },
    "a domain that only sends": {
      domains: [{ domain: "news.contoso.com", profile: "send-only", records: [] }],
    },
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
