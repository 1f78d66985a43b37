import { exchangeDkimOff } from "../../../../lib/rules/exchange/exchange-dkim-off";
import { nameOf, type RuleCases, tenant } from "../fixture";

const signing = (enabled: boolean) =>
  tenant({
    exchange: { signing: [{ domain: nameOf("contoso.com"), enabled, keySizes: [2048, 2048] }] },
  });

const cases: RuleCases = {
  rule: exchangeDkimOff,
  compliant: {
    "nothing is known of signing": tenant({ exchange: {} }),
    "nothing is known of Exchange": tenant({}),
    "signing is on": signing(true),
  },
  violating: {
    "signing is off": {
      ...signing(false),
      finds: [
        {
          level: "warning",
          at: "signing of contoso.com",
          message: "Exchange Online does not sign mail of contoso.com with its key",
          expected: "signing enabled once both CNAMEs resolve",
          fix: "add m365_dkim_signing, or exchange: managed to the tenant",
        },
      ],
    },
  },
};

export default cases;
