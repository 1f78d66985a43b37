import { spfPassAll } from "../../../../lib/rules/spf/spf-pass-all";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfPassAll,
  compliant: {
    "a record that ends in fail": online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
    "everyone is excluded before everyone is let in": online("contoso.com TXT v=spf1 mx -all +all"),
  },
  violating: {
    "all with its default qualifier": {
      ...online("contoso.com TXT v=spf1 mx all"),
      finds: ["the SPF record of contoso.com lets every host on the Internet send"],
    },
    "a network that is everything": {
      ...online("contoso.com TXT v=spf1 ip4:0.0.0.0/0 -all"),
      finds: ["the SPF record of contoso.com lets every host on the Internet send"],
    },
  },
};

export default cases;
