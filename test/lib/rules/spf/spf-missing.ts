import { spfMissing } from "../../../../lib/rules/spf/spf-missing";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfMissing,
  compliant: {
    "a record of its own": online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
    "a parked domain that says nobody sends": parked("contoso.net TXT v=spf1 -all"),
    "a TXT record that is not known": { ...online(), unknown: ["contoso.com TXT"] },
  },
  violating: {
    "other texts alone": {
      ...online("contoso.com TXT MS=ms12345678"),
      finds: ["contoso.com has no SPF record"],
    },
    "a record only below the domain": {
      ...online("bounce.contoso.com TXT v=spf1 include:amazonses.com -all"),
      finds: ["contoso.com has no SPF record"],
    },
    "a parked domain without": { ...parked("contoso.net MX 0 ."), finds: ["contoso.net has no SPF record"] },
  },
};

export default cases;
