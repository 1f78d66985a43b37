import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { CloudflareZone } from "../../../hosts/cloudflare/constructs/cloudflare-zone";
import type { DnsName } from "../../../lib/dns/name";
import { quoteTxt } from "../../../lib/dns/txt";
import { synthesized } from "../../support/synth";

/** What a zone makes of a text at one name. */
function contentOf(value: string): unknown {
  const json = synthesized((stack) => {
    new CloudflareProvider(stack, "Cloudflare");
    const zone = CloudflareZone.fromZoneId(stack, "Zone", {
      zoneName: "contoso.com",
      zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
    });
    zone.add(stack, "Key", { type: "TXT", name: "k1._domainkey.contoso.com" as DnsName, ttl: 300, value });
  });
  return json.resource?.cloudflare_dns_record?.Key?.content;
}

/** A text that is so long with quotes: strings of 255 octets, each in quotes, with a space between. */
function textOf(quoted: number): string {
  const strings = Math.ceil((quoted + 1) / 258);
  return "k".repeat(quoted - 3 * strings + 1);
}

test("a text of 2,048 characters with quotes fits", () => {
  expect(quoteTxt(textOf(2048))).toHaveLength(2048);
  expect(contentOf(textOf(2048))).toBe(quoteTxt(textOf(2048)));
});

test("a longer one is refused, with its length", () => {
  expect(() => contentOf(textOf(2049))).toThrow(
    "zone contoso.com: the TXT record at k1._domainkey.contoso.com is too long for Cloudflare, got 2049 characters; expected at most 2048 with quotes",
  );
});
