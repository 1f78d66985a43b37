import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable } from "cdktf";
import { CloudflareZone } from "../../../hosts/cloudflare/constructs/cloudflare-zone";
import type { DnsName } from "../../../lib/dns/name";
import { synthesized } from "../../support/synth";
import { temporaryFolder } from "../../support/temp";
import { terraform } from "../../support/terraform";

/** A TXT record whose value is the variable `text`. */
function txtRecord(): Record<string, unknown> {
  const { resource } = synthesized((stack) => {
    const zone = CloudflareZone.fromZoneId(stack, "Zone", {
      zoneName: "contoso.com",
      zoneId: "0".repeat(32),
    });
    const value = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
    zone.add(stack, "Text", { type: "TXT", name: "contoso.com" as DnsName, ttl: 300, value });
  });
  return resource?.cloudflare_dns_record?.Text ?? {};
}

describe("a TXT value that only Terraform knows", () => {
  const { content, lifecycle } = txtRecord();
  const folder = temporaryFolder();
  const given = (text: string) => {
    writeFileSync(join(folder, "terraform.tfvars.json"), JSON.stringify({ text }));
    return () => terraform(folder, "apply", "-auto-approve");
  };

  beforeAll(() => {
    // The same value under the same condition, in a resource that needs no provider.
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({
        variable: { text: { type: "string" } },
        resource: { terraform_data: { Text: { input: content, lifecycle } } },
        output: { content: { value: "${terraform_data.Text.output}" } },
      }),
    );
    terraform(folder, "init");
  });

  test("is one quoted string", () => {
    expect(content).toBe('"${var.text}"');
  });

  test.each(["MS=ms12345678", "", "v=spf1 exists:%{i}.[x]^$ ~all", "k".repeat(255)])(
    "passes as it is: %s",
    (text) => {
      given(text)();
      expect(JSON.parse(terraform(folder, "output", "-json", "content"))).toBe(`"${text}"`);
    },
  );

  test.each([
    ["of more than 255 octets, which would have to be cut", "k".repeat(256)],
    ["with a quote, which would have to be escaped", 'say "hi"'],
    ["with a backslash, which would have to be escaped", "a\\b"],
    ["outside ASCII, which has more octets than characters", "é".repeat(200)],
    ["with a line break", "a\nb"],
    ["with a line break at its end", "a\n"],
  ])("is refused by Terraform %s", (_, text) => {
    expect(given(text)).toThrow(/at most 255 printable\s+(│\s+)?ASCII characters/);
  });
});
