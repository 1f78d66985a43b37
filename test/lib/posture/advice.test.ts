import { defineEstate, type EstateInput } from "../../../lib/estate";
import { formatFault } from "../../../lib/fault";
import { declareEstate } from "../../../lib/posture/estate";

function advice(domains: EstateInput["domains"]): readonly string[] {
  const declared = declareEstate(
    defineEstate({ version: 1, tenants: { contoso: { initialDomain: "contoso.onmicrosoft.com" } }, domains }),
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

  test("reports to a stranger need the stranger's record; reports within the estate do not", () => {
    expect(
      advice({
        "contoso.com": { ...mailboxes, zone: zone("a"), dmarc: { rua: ["mailto:d@rua.agari.example"] } },
        "fabrikam.com": { ...mailboxes, zone: zone("b"), dmarc: { rua: ["mailto:d@contoso.com"] } },
      }),
    ).toEqual([
      'domains["contoso.com"].dmarc: DMARC reports of contoso.com go to rua.agari.example, outside this estate; ' +
        "expected the TXT record v=DMARC1; at contoso.com._report._dmarc.rua.agari.example; " +
        "make sure that its owner publishes it (report processors mostly do)",
    ]);
  });

  test("an include through which no mail aligns is named where it was written", () => {
    const [first, ...rest] = advice({
      "contoso.com": {
        ...mailboxes,
        zone: zone("a"),
        spf: { include: ["spf.example.org", "servers.mcsv.net"] },
      },
    });
    expect(first).toContain(
      'domains["contoso.com"].spf.include[1]: Mailchimp does not align through this include',
    );
    expect(rest).toEqual([]);
  });

  test("an estate in order gets none", () => {
    expect(advice({ "contoso.com": { ...mailboxes, zone: zone("a") } })).toEqual([]);
  });
});
