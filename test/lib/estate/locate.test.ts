import { estateOf } from "./memory-files";

const ESTATE = `version: 1
defaults:
  zone: { cloudflare: {} }
  dmarc: { policy: none, rua: ["mailto:a@contoso.com", "mailto:b@contoso.com"] }
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 }
domains:
  Contoso.com:
    tenant: contoso
    profile: exchange-online
    spf: &spf
      ip4:
        - 89.175.3.5
        - 203.0.113.25
    dmarc:
      policy: quarantine
    subdomains:
      News:
        profile: send-only
        dmarc: { policy: reject }
        spf: *spf
  contoso.net: !include net.yaml
`;

const NET = "<<: !include base.yaml\nprofile: parked\n";

describe("estate.locate", () => {
  const estate = estateOf(ESTATE, { "net.yaml": NET, "base.yaml": "ttl: 300\n" });

  test.each([
    ["contoso.com", ["spf", "ip4", 1], "estate.yaml", 14, 11, ["domains", "Contoso.com", "spf", "ip4", 1]],
    ["contoso.com", ["spf", "ip4"], "estate.yaml", 12, 7, ["domains", "Contoso.com", "spf", "ip4"]],
    ["contoso.com", ["spf", "ip4", 7], "estate.yaml", 12, 7, ["domains", "Contoso.com", "spf", "ip4"]],
    [
      "contoso.com",
      ["dmarc", "policy"],
      "estate.yaml",
      16,
      15,
      ["domains", "Contoso.com", "dmarc", "policy"],
    ],
    ["contoso.com", ["dmarc", "rua", 1], "estate.yaml", 4, 56, ["defaults", "dmarc", "rua", 1]],
    ["contoso.com", ["mtaSts", "mode"], "estate.yaml", 8, 3, ["domains", "Contoso.com"]],
    ["contoso.com", [], "estate.yaml", 8, 3, ["domains", "Contoso.com"]],
    ["contoso.com", ["tenant"], "estate.yaml", 9, 13, ["domains", "Contoso.com", "tenant"]],
    [
      "contoso.com",
      ["tenant", "initialDomain"],
      "estate.yaml",
      6,
      29,
      ["tenants", "contoso", "initialDomain"],
    ],
    ["contoso.com", ["zone", "cloudflare"], "estate.yaml", 3, 11, ["defaults", "zone", "cloudflare"]],
    [
      "contoso.com",
      ["subdomains", "news", "profile"],
      "estate.yaml",
      19,
      18,
      ["domains", "Contoso.com", "subdomains", "News", "profile"],
    ],
    [
      "contoso.com",
      ["subdomains", "news", "dmarc", "rua", 0],
      "estate.yaml",
      4,
      32,
      ["defaults", "dmarc", "rua", 0],
    ],
    [
      "contoso.com",
      ["subdomains", "news", "spf", "ip4", 0],
      "estate.yaml",
      13,
      11,
      ["domains", "Contoso.com", "subdomains", "News", "spf", "ip4", 0],
    ],
    ["contoso.net", ["profile"], "net.yaml", 2, 10, ["domains", "contoso.net", "profile"]],
    ["contoso.net", ["ttl"], "base.yaml", 1, 6, ["domains", "contoso.net", "ttl"]],
  ] as const)("%s %j stands at %s:%i:%i", (domain, path, file, line, column, written) => {
    expect(estate.locate(domain, path)).toEqual({ file, line, column, path: written });
  });

  test("each domain has the same look-up as its source", () => {
    expect(estate.domains[0]?.source(["profile"])).toEqual(estate.locate("contoso.com", ["profile"]));
  });
});
