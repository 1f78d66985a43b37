import { dkimSelectorMissing } from "../../../../lib/rules/dkim/dkim-selector-missing";
import { online, type RuleCases } from "../fixture";

const ONE = "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com";
const TWO = "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com";

const cases: RuleCases = {
  rule: dkimSelectorMissing,
  compliant: {
    both: online(ONE, TWO),
    "neither has a rule of its own": online("contoso.com TXT v=spf1 -all"),
  },
  violating: {
    "the second is missing": {
      ...online(ONE),
      finds: ["contoso.com has only one of Microsoft's two DKIM selectors"],
    },
    "the first is missing": {
      ...online(TWO),
      finds: ["contoso.com has only one of Microsoft's two DKIM selectors"],
    },
  },
};

export default cases;
