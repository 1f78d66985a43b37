import type { DnsName } from "../../../../lib/dns/name";
import { type MtaStsPartOptions, mtaStsPart } from "../../../../lib/domain/parts/mta-sts";
import { unwrap } from "../../../../lib/fault";

const EOP = "contoso-com.mail.protection.outlook.com" as DnsName;

function part(more: Partial<MtaStsPartOptions> = {}) {
  return mtaStsPart({ domain: "contoso.com", mode: "enforce", mxHosts: [EOP], ...more });
}

describe("MTA-STS of a domain", () => {
  test("the record, and the policy with the domain's own MX hosts at the host that RFC 8461 names", () => {
    expect(unwrap("the part", part())).toEqual({
      record: {
        role: "MtaSts",
        record: {
          type: "TXT",
          name: "_mta-sts.contoso.com",
          ttl: 3600,
          value: expect.stringMatching(/^v=STSv1; id=[0-9a-f]{32};$/),
        },
      },
      host: "mta-sts.contoso.com",
      path: "/.well-known/mta-sts.txt",
      policy: `version: STSv1\r\nmode: enforce\r\nmx: ${EOP}\r\nmax_age: 604800\r\n`,
      hosting: "zone",
    });
  });

  test("the id changes when the policy does, and not with the TTL or who serves it", () => {
    const id = (more: Partial<MtaStsPartOptions> = {}) => {
      const { record } = unwrap("the part", part(more)).record;
      return record.type === "TXT" ? record.value : undefined;
    };
    expect(id({ ttl: 300, hosting: "external" })).toBe(id());
    expect(
      new Set([
        id(),
        id({ mode: "testing" }),
        id({ maxAge: 86400 }),
        id({ mx: ["*.mail.protection.outlook.com"] }),
      ]).size,
    ).toBe(4);
  });

  test("a policy cannot name a host that only Terraform knows, unless it gives patterns", () => {
    const mxHosts = ["known-by-terraform-1.invalid" as DnsName];
    expect(part({ mxHosts })).toEqual({
      ok: false,
      faults: [
        {
          path: ["mx"],
          message: "the policy would name an MX host that only Terraform knows",
          expected: "patterns that are known at synth: the record's id follows from the policy's text",
          fix: "give mx the patterns of your MX hosts",
        },
      ],
    });
    expect(part({ mxHosts, mx: ["*.mail.protection.outlook.com"] }).ok).toBe(true);
  });

  test("a policy must cover every MX host of the domain", () => {
    expect(part({ mx: ["*.mx.microsoft"] }).ok).toBe(false);
  });
});
