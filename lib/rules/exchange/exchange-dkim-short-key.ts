import { tenantRule } from "../rule";

export const exchangeDkimShortKey = tenantRule({
  id: "exchange-dkim-short-key",
  reads: "signing",
  title: "Exchange Online signs with a 1024-bit key",
  why: "1024 bits is what Exchange makes unless it is told otherwise, and is within reach of whoever can pay for it. The size can be chosen only when the keys are made, or at a rotation.",
  level: "warning",
  sources: [{ name: "RFC 8301 §3.2", url: "https://www.rfc-editor.org/rfc/rfc8301#section-3.2" }],
  check({ exchange }) {
    return (exchange?.signing ?? []).flatMap(({ domain, keySizes, where }) => {
      const short = keySizes.filter((bits) => bits < 2048);
      if (short.length === 0) return [];
      return [
        {
          message: `a DKIM key of ${domain} in Exchange Online has ${Math.min(...short)} bits`,
          expected: "2048 bits",
          fix: "rotate twice with -KeySize 2048: each rotation renews one of the two keys",
          where,
        },
      ];
    });
  },
});
