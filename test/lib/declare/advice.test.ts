import { declareEstate } from "../../../lib/declare/estate";
import { defineEstate, type EstateInput } from "../../../lib/estate";
import { formatFault } from "../../../lib/fault";

function advice(domains: EstateInput["domains"]): readonly string[] {
  const declared = declareEstate(
    defineEstate({
      version: 1,
      tenants: { contoso: { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" } },
      domains,
    }),
  );
  if (!declared.ok) throw new Error(declared.problems.map(formatFault).join("\n"));
  return declared.advice.map(formatFault);
}

const mailboxes = { tenant: "contoso", profile: "exchange-online" } as const;
const zone = (zoneId: string) => ({ cloudflare: { zoneId: zoneId.repeat(32) } });

describe("advice on an estate", () => {
  test("one zone id under two zones that are not the same is worth a look", () => {
    expect(
      advice({
        "contoso.com": { ...mailboxes, zone: zone("a") },
        "fabrikam.com": { ...mailboxes, zone: zone("a") },
      }),
    ).toEqual([expect.stringContaining("one zone id stands for two zones, contoso.com and fabrikam.com")]);
  });

  test("an estate in order gets none", () => {
    expect(advice({ "contoso.com": { ...mailboxes, zone: zone("a") } })).toEqual([]);
  });
});
