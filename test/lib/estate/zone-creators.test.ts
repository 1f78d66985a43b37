import { loadEstate } from "../../../lib/estate";
import { zoneCreators } from "../../../lib/estate/zone-creators";

function creators(domains: string): Readonly<Record<string, string>> {
  const text = `version: 1\ndomains:\n${domains}`;
  const loaded = loadEstate("estate.yaml", { read: () => text, glob: () => [] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return Object.fromEntries(zoneCreators(loaded.estate.domains));
}

test("a domain in a zone that another domain's stack creates comes after that one", () => {
  expect(
    creators(`
  contoso.com: { profile: parked, zone: { cloudflare: { accountId: 0123456789abcdef0123456789abcdef, create: true } } }
  a.contoso.com: { profile: parked }
  b.contoso.com: { profile: parked }
  contoso.net: { profile: parked, zone: { cloudflare: {} } }
  c.contoso.net: { profile: parked }
`),
  ).toEqual({ "a.contoso.com": "contoso.com", "b.contoso.com": "contoso.com" });
});

test("so does one that names the zone itself, and not by the id of a zone that exists", () => {
  expect(
    creators(`
  contoso.com: { profile: parked, zone: { cloudflare: { accountId: 0123456789abcdef0123456789abcdef, create: true } } }
  a.contoso.com: { profile: parked, zone: { cloudflare: { zoneName: contoso.com } } }
  b.contoso.com: { profile: parked, zone: { cloudflare: { zoneName: contoso.com, zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } } }
  c.contoso.com: { profile: parked, zone: { cloudflare: {} } }
`),
  ).toEqual({ "a.contoso.com": "contoso.com" });
});
