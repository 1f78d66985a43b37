import { exchangeDkimShortKey } from "../../../../lib/rules/exchange/exchange-dkim-short-key";
import { nameOf, type RuleCases, tenant } from "../fixture";

const signing = (...keySizes: readonly number[]) =>
  tenant({ exchange: { signing: [{ domain: nameOf("contoso.com"), enabled: true, keySizes }] } });

const cases: RuleCases = {
  rule: exchangeDkimShortKey,
  compliant: {
    "2048 bits": signing(2048, 2048),
    "sizes are not known": signing(),
  },
  violating: {
    "half-way through a rotation": {
      ...signing(2048, 1536),
      sources: ["observed"],
      finds: [
        {
          level: "warning",
          at: "signing of contoso.com",
          message: "a DKIM key of contoso.com in Exchange Online has 1536 bits",
          expected: "2048 bits",
          fix: "rotate twice with -KeySize 2048: each rotation renews one of the two keys",
        },
      ],
    },
    "two short ones": {
      ...signing(1536, 1024),
      sources: ["observed"],
      finds: [
        {
          level: "warning",
          at: "signing of contoso.com",
          message: "a DKIM key of contoso.com in Exchange Online has 1024 bits",
          expected: "2048 bits",
          fix: "rotate twice with -KeySize 2048: each rotation renews one of the two keys",
        },
      ],
    },
    "1536 bits": {
      ...signing(1536, 1536),
      finds: [
        {
          level: "warning",
          at: "signing of contoso.com",
          message: "a DKIM key of contoso.com in Exchange Online has 1536 bits",
          expected: "2048 bits",
          fix: "rotate twice with -KeySize 2048: each rotation renews one of the two keys",
        },
      ],
    },
    // Half-way through a rotation the keys differ, which an observer alone sees: a plan has one size.
    "short keys": {
      ...signing(1024, 1024),
      finds: [
        {
          level: "warning",
          at: "signing of contoso.com",
          message: "a DKIM key of contoso.com in Exchange Online has 1024 bits",
          expected: "2048 bits",
          fix: "rotate twice with -KeySize 2048: each rotation renews one of the two keys",
        },
      ],
    },
  },
};

export default cases;
