import fc from "fast-check";
import { parseName } from "../../../lib/dns/name";
import { formatFault, unwrap } from "../../../lib/fault";
import { CLOUDS } from "../../../lib/microsoft/clouds";
import { type EopMxOptions, eopMxHost, parseEopHost } from "../../../lib/microsoft/eop-host";
import type { Cloud } from "../../../lib/options";

describe("the EOP host of a domain", () => {
  it.each([
    ["worldwide", "contoso-com.mail.protection.outlook.com"],
    ["gcc", "contoso-com.mail.protection.outlook.com"],
    ["china", "contoso-com.mail.protection.partner.outlook.cn"],
  ] as const)("is named after the domain in %s", (cloud, host) => {
    expect(mx({ cloud })).toBe(host);
  });

  it.each(["gcc-high", "dod"] as const)("is named after the tenant in %s", (cloud) => {
    expect(mx({ cloud, initialDomain: "fabrikam.onmicrosoft.us" })).toBe(
      "fabrikam.mail.protection.office365.us",
    );
  });

  it("asks for the initial domain where the tenant names the host", () => {
    expect(mx({ cloud: "dod" })).toBe(
      "initialDomain: the MX host of contoso.com in Microsoft 365 DoD is named after the tenant, " +
        "whose initial domain is missing; expected <tenant>.onmicrosoft.us",
    );
  });

  it("stands in mx.microsoft with a partition", () => {
    expect(mx({ partition: "n" })).toBe("contoso-com.n-v1.mx.microsoft");
    expect(mx({ domain: "mu-sigma.com", partition: "o" })).toBe("musigma-com0e.o-v1.mx.microsoft");
  });

  it.each([
    ["n-v1.mx.microsoft", "; write n"],
    ["contoso-com.N-v1.mx.microsoft", "; write n"],
    ["nn", ""],
    ["1", ""],
    ["", ""],
  ])("refuses %j as a partition", (partition, fix) => {
    expect(mx({ partition })).toBe(
      `partition: not a partition letter, got ${JSON.stringify(partition)}; ` +
        `expected one letter from a to z: the n of contoso-com.n-v1.mx.microsoft${fix}`,
    );
  });

  it("reports a partition in China, its form and a token that is too long together", () => {
    const result = mx({ cloud: "china", partition: "NN", domain: `${"abcdefghij.".repeat(6)}com` });
    expect(result.split("\n")).toEqual([
      'partition: partitioned names are not known in Microsoft 365 operated by 21Vianet, got "NN"; ' +
        "leave partition out, or give the host name that Microsoft shows",
      expect.stringMatching(/^partition: not a partition letter, got "NN"/),
      expect.stringMatching(/^the name that Microsoft derives from the domain would be a label of 69 octets/),
    ]);
  });
});

describe("an EOP host name", () => {
  it.each([
    ["contoso-com.mail.protection.outlook.com", ["worldwide", "gcc"], "contoso-com", false],
    ["SVRATECH-COM01b.mail.protection.outlook.com.", ["worldwide", "gcc"], "svratech-com01b", false],
    ["contoso.mail.protection.office365.us", ["gcc-high", "dod"], "contoso", false],
    ["contoso-cn.mail.protection.partner.outlook.cn", ["china"], "contoso-cn", false],
    ["contoso-de.mail.protection.outlook.de", [], "contoso-de", true],
  ])("%s is read", (host, clouds, token, retired) => {
    expect(parseEopHost(host)).toEqual({ clouds, token, retired });
  });

  it("is read with its partition, whatever the case", () => {
    expect(parseEopHost("ikea-com.I-v1.MX.microsoft")).toEqual({
      clouds: ["worldwide", "gcc"],
      token: "ikea-com",
      partition: "i",
      retired: false,
    });
  });

  it.each([
    "mx1.contoso.com",
    "mail.protection.outlook.com",
    ".mail.protection.outlook.com",
    "a.b.mail.protection.outlook.com",
    "contoso-com.ab-v1.mx.microsoft",
    "contoso-com.mx.microsoft",
    "contoso-com.mail.protection.outlook.com.evil.example",
    "smtp",
  ])("%s is not one", (host) => {
    expect(parseEopHost(host)).toBeUndefined();
  });

  it("is read back from every host that is derived", () => {
    const domain = fc.domain().filter((text) => text.length <= 40);
    const letter = fc.option(fc.stringMatching(/^[a-z]$/), { nil: undefined });
    fc.assert(
      fc.property(domain, letter, (text, partition) => {
        const host = mx({ domain: text, ...(partition === undefined ? {} : { partition }) });
        expect(parseEopHost(host)).toMatchObject({
          clouds: ["worldwide", "gcc"],
          ...(partition === undefined ? {} : { partition }),
        });
      }),
    );
  });
});

function mx(options: { domain?: string; cloud?: Cloud; initialDomain?: string; partition?: string }): string {
  const { domain = "contoso.com", cloud = "worldwide", ...rest } = options;
  const given: EopMxOptions = {
    domain: unwrap(domain, parseName(domain)),
    cloud: CLOUDS[cloud],
    ...rest,
  };
  const result = eopMxHost(given);
  return result.ok ? result.value : result.faults.map(formatFault).join("\n");
}
