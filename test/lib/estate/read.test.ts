import { defineEstate, type EstateInput, readEstate } from "../../../lib/estate";
import { estateOf, plain } from "./memory-files";

describe("an estate written in TypeScript", () => {
  const input: EstateInput = {
    version: 1,
    tenants: { contoso: { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" } },
    domains: {
      "contoso.com": {
        profile: "exchange-online",
        tenant: "contoso",
        zone: { cloudflare: { create: true, accountId: "01a7362d577a6c3019a474fd6f485823" } },
        subdomains: { news: { profile: "send-only", senders: [{ sendgrid: { account: "u1234.wl001" } }] } },
      },
    },
  };

  test("is the same as its YAML", () => {
    expect(plain(defineEstate(input))).toEqual(plain(estateOf(JSON.stringify(input))));
  });

  test("has faults with paths, and places without a file", () => {
    const estate = defineEstate(input);
    expect(estate.locate("contoso.com", ["profile"])).toEqual({
      path: ["domains", "contoso.com", "profile"],
    });
    expect(readEstate({ version: 1, domains: { "contoso.com": { profile: "parked" } } })).toEqual({
      ok: false,
      faults: [
        {
          path: ["domains", "contoso.com"],
          message: "the domain is inside no zone",
          expected: "zone: { cloudflare: { zoneName: contoso.com } }, or a domain of the estate above it",
        },
      ],
    });
  });

  test("throws every fault at once when it is defined", () => {
    expect(() => defineEstate({ version: 1, domains: { "contoso.com": {}, contoso: {} } })).toThrow(
      `estate: 3 faults
  - domains.contoso: a domain name of one label, got "contoso"; expected a full name such as contoso.com
  - domains["contoso.com"]: "profile" is missing; expected exchange-online | eop-onpremises | on-premises | send-only | receive-only | parked; give it here or in defaults
  - domains["contoso.com"]: the domain is inside no zone; expected zone: { cloudflare: { zoneName: contoso.com } }, or a domain of the estate above it`,
    );
  });

  test("takes undefined for absent", () => {
    const loose: object = { ...input, state: undefined, defaults: { ttl: undefined } };
    expect(plain(defineEstate({ ...input, ...loose }))).toEqual(plain(defineEstate(input)));
  });
});
