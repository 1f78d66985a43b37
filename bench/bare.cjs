// The baseline: a cdktf program that writes the same resources with no model at all.
// usage: node bench/bare.cjs <domains> <out>
const { App, LocalBackend, TerraformStack } = require("cdktf");
const { CloudflareProvider } = require("@cdktf/provider-cloudflare/lib/provider");
const { DnsRecord } = require("@cdktf/provider-cloudflare/lib/dns-record");
const { domainName, records, zoneId } = require("./domains.cjs");

const [count, outdir] = process.argv.slice(2);
const app = new App({ outdir });
for (let index = 0; index < Number(count); index++) {
  const stack = new TerraformStack(app, domainName(index));
  new LocalBackend(stack, { path: `../../../state/${domainName(index)}.tfstate` });
  new CloudflareProvider(stack, "Cloudflare", {});
  for (const [id, type, name, content] of records(index)) {
    new DnsRecord(stack, id, {
      zoneId: zoneId(index),
      name,
      type,
      content,
      ttl: 3600,
      proxied: false,
      ...(type === "MX" ? { priority: 0 } : {}),
    });
  }
}
app.synth();
