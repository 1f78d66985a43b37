import fc from "fast-check";
import { inboundRecords } from "../../../../lib/domain/parts/inbound";
import type { MxHostOptions } from "../../../../lib/options";
import { CONTOSO, faultsOf, linesOf } from "../../posture/declared";

const DOMAIN = "contoso.com";

describe("where a domain's mail arrives", () => {
  test("by default at EOP's host for the domain", () => {
    expect(linesOf(inboundRecords({ domain: DOMAIN, tenant: CONTOSO }))).toEqual([
      "Mx: contoso.com MX 0 contoso-com.mail.protection.outlook.com",
    ]);
  });

  test("at the DNSSEC-signed host of a partition", () => {
    const mx = { partition: "n", priority: 10 };
    expect(linesOf(inboundRecords({ domain: DOMAIN, tenant: CONTOSO, mx }))).toEqual([
      "Mx: contoso.com MX 10 contoso-com.n-v1.mx.microsoft",
    ]);
  });

  test.each(["192.0.2.25", "2001:db8::25", "mail", "mail."])(
    "never at %s, which is no host's whole name",
    (host) => {
      expect(
        faultsOf(inboundRecords({ domain: DOMAIN, mx: { host } })).map((fault) => fault.split(/, got/)[0]),
      ).toEqual([
        /[:\d]/.test(host)
          ? "mx.host: an address where a name belongs"
          : "mx.host: a name of one label, which nothing in the DNS of organisations has",
      ]);
    },
  );

  test("nowhere, with and without saying so", () => {
    expect(linesOf(inboundRecords({ domain: DOMAIN, mx: "none" }))).toEqual([]);
    expect(linesOf(inboundRecords({ domain: DOMAIN, mx: "null" }))).toEqual(["Mx: contoso.com MX 0 ."]);
  });

  test("at hosts of one's own, the most preferred first, roles by rank", () => {
    const mx = [
      { host: "backup.contoso.net", priority: 20 },
      { host: "mx2.contoso.net", priority: 10 },
      { host: "MX1.contoso.net.", priority: 10 },
    ];
    expect(linesOf(inboundRecords({ domain: DOMAIN, mx }))).toEqual([
      "Mx: contoso.com MX 10 mx1.contoso.net",
      "Mx-mx2.contoso.net: contoso.com MX 10 mx2.contoso.net",
      "Mx-backup.contoso.net: contoso.com MX 20 backup.contoso.net",
    ]);
  });

  test("the order of the list changes nothing", () => {
    const host: fc.Arbitrary<MxHostOptions> = fc.record({
      host: fc.constantFrom("a.contoso.net", "b.contoso.net", "c.contoso.net", "d.contoso.net"),
      priority: fc.constantFrom(0, 10, 20),
    });
    const list = fc.uniqueArray(host, { minLength: 1, selector: (one) => JSON.stringify(one) });
    const shuffled = list.chain((hosts) =>
      fc.tuple(fc.constant(hosts), fc.shuffledSubarray(hosts, { minLength: hosts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(inboundRecords({ domain: DOMAIN, mx: other })).toEqual(
          inboundRecords({ domain: DOMAIN, mx: one }),
        );
      }),
    );
  });

  test("an MX cannot be derived without a tenant, nor autodiscover", () => {
    expect(faultsOf(inboundRecords({ domain: DOMAIN, autodiscover: true }))).toEqual([
      "mx: EOP's host cannot be told without a tenant; expected a tenant, or an MX host; name the domain's tenant, or give mx a host",
      "autodiscover: autodiscover needs a tenant; expected a tenant; name the domain's tenant, or set autodiscover: false",
    ]);
  });

  describe("at EOP's classic host only where Microsoft cannot have placed the domain below mx.microsoft", () => {
    const named = { name: "contoso", initialDomain: "contoso.onmicrosoft.com" };
    const REFUSED =
      "mx: contoso.com may have its MX host below mx.microsoft, where Microsoft places domains added since 2026-07-01 (MC1048624), so the classic host is not guessed; expected mx: { addedBefore: 2026-07-01 } for a domain that was in the tenant before that day (tenants.contoso.domainsAddedBefore says it for all), else mx: { partition: <letter> } or mx: { host: <name> } as Microsoft shows it; see the domain's records in the admin center or in Graph (domains/{id}/serviceConfigurationRecords), or let exchange: managed read them";

    test.each(["worldwide", "gcc"] as const)("which in %s nothing says by itself", (cloud) => {
      const tenant = { ...named, cloud };
      expect(faultsOf(inboundRecords({ domain: DOMAIN, tenant }))).toEqual([REFUSED]);
      expect(faultsOf(inboundRecords({ domain: DOMAIN, tenant, mx: "auto" }))).toEqual([REFUSED]);
    });

    test("which a tenant without a name in an estate is told by the key alone", () => {
      const tenant = { initialDomain: "contoso.onmicrosoft.com" };
      expect(faultsOf(inboundRecords({ domain: DOMAIN, tenant }))).toEqual([
        REFUSED.replace("tenants.contoso.domainsAddedBefore", "the tenant's domainsAddedBefore"),
      ]);
    });

    test("which the day says before which it was added, at the domain or at its tenant", () => {
      const classic = "Mx: contoso.com MX 0 contoso-com.mail.protection.outlook.com";
      const tenant = { ...named, domainsAddedBefore: "2019-03-04" };
      expect(linesOf(inboundRecords({ domain: DOMAIN, tenant }))).toEqual([classic]);
      const mx = { addedBefore: "2026-07-01" };
      expect(linesOf(inboundRecords({ domain: DOMAIN, tenant: named, mx }))).toEqual([classic]);
      const later = { addedBefore: "2025-11-03", priority: 20 };
      expect(linesOf(inboundRecords({ domain: DOMAIN, tenant: named, mx: later }))).toEqual([
        classic.replace("MX 0", "MX 20"),
      ]);
    });

    test("which nobody need say in a cloud without such names, or where the host is read from Microsoft", () => {
      const gccHigh = { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" } as const;
      expect(linesOf(inboundRecords({ domain: DOMAIN, tenant: gccHigh }))).toEqual([
        "Mx: contoso.com MX 0 fabrikam.mail.protection.office365.us",
      ]);
      expect(linesOf(inboundRecords({ domain: DOMAIN, tenant: { ...named, exchange: {} } }))).toEqual([
        "Mx: contoso.com MX 0 contoso-com.mail.protection.outlook.com",
      ]);
    });

    test.each([
      ["2026-07-02", "a domain added before 2026-07-02 may be one that Microsoft placed below mx.microsoft"],
      ["2027-01-01", "a domain added before 2027-01-01 may be one that Microsoft placed below mx.microsoft"],
      ["1 July 2026", "not a day"],
      ["2026-7-1", "not a day"],
      ["2026-13-01", "not a day"],
      ["2026-02-32", "not a day"],
    ])("which %s does not say", (day, message) => {
      const first = (fault: string) => fault.split(", got")[0];
      const mx = { addedBefore: day };
      expect(faultsOf(inboundRecords({ domain: DOMAIN, tenant: named, mx })).map(first)).toEqual([
        `mx.addedBefore: ${message}`,
      ]);
      const tenant = { ...named, domainsAddedBefore: day };
      expect(faultsOf(inboundRecords({ domain: DOMAIN, tenant })).map(first)).toEqual([
        `tenant.domainsAddedBefore: ${message}`,
      ]);
    });
  });

  test("a list's faults are all told", () => {
    const mx = [
      { host: "mx..contoso.net" },
      { host: "mx.contoso.net", priority: -1 },
      { host: "mx.contoso.net", priority: 0.5 },
    ];
    expect(faultsOf(inboundRecords({ domain: DOMAIN, mx }))).toEqual([
      'mx[0].host: empty label, got "mx..contoso.net"; expected labels of 1 to 63 octets between single dots',
      "mx[1].priority: MX preference out of range, got -1; expected 0 to 65535 (RFC 5321 §5.1)",
      "mx[2].priority: MX preference out of range, got 0.5; expected 0 to 65535 (RFC 5321 §5.1)",
    ]);
  });
});
