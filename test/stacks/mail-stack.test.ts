import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { App, Lazy, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { MailDomain } from "../../constructs/mail/mail-domain";
import { SpfPolicy } from "../../constructs/mail/spf-policy";
import { CloudflareZone } from "../../hosts/cloudflare/constructs/cloudflare-zone";
import { MailStack } from "../../stacks/mail-stack";
import { synthesized } from "../support/synth";
import { temporaryFolder } from "../support/temp";

const zoneName = "contoso.com";
const ZONE_ID = "023e105f4ecef8ad9ca31a8372d0c353";

function mailStack(): MailStack {
  return new MailStack(new App({ outdir: temporaryFolder(), stackTraces: false }), "contoso.com");
}

describe("a mail stack in a program of one's own", () => {
  test.each<[string, (stack: MailStack) => void]>([
    ["outputs", (stack) => new TerraformOutput(stack, "zone", { value: ZONE_ID })],
    ["overrides", (stack) => stack.addOverride("terraform.required_providers.cloudflare.version", "~> 5.14")],
    [
      "variables",
      (stack) => new TerraformVariable(stack, "mx_host", { type: "string", default: "mx.contoso.net" }),
    ],
    [
      "values that are known late",
      (stack) =>
        new TerraformVariable(stack, "late", {
          default: Lazy.anyValue({ produce: () => [1, { a: undefined }] }),
        }),
    ],
    [
      "overridden resources",
      (stack) => {
        const zone = CloudflareZone.fromZoneName(stack, "Zone", { zoneName });
        const record = zone.add(stack, "Text", { type: "TXT", name: zone.zoneName, ttl: 300, value: "x" });
        record.addOverride("comment", "${var.comment}");
        record.addOverride("lifecycle.ignore_changes", ["comment"]);
      },
    ],
  ])("with %s is what a plain cdktf stack would be", (_, add) => {
    const stack = mailStack();
    new CloudflareProvider(stack, "Cloudflare");
    const zone = CloudflareZone.fromZoneId(stack, "MailZone", { zoneName, zoneId: ZONE_ID });
    new MailDomain(stack, "Mail", { zone, domain: zoneName, profile: "parked" });
    add(stack);
    stack.prepareStack();
    expect(stack.toTerraform()).toEqual(TerraformStack.prototype.toTerraform.call(stack));
  });

  test("leaves the names of its variables and outputs as they are", () => {
    const json = synthesized((stack) => {
      new TerraformVariable(stack, "mx_host", { type: "string" });
      new TerraformOutput(stack, "name_servers", { value: "x" });
    });
    expect(json).toMatchObject({
      variable: { mx_host: { type: "string" } },
      output: { name_servers: { value: "x" } },
    });
  });
});

describe("Terraform names in a mail stack", () => {
  const spf = (scope: Construct, id: string, stack: MailStack) => {
    const zone = CloudflareZone.fromZoneId(stack, `Zone-${id}`, { zoneName, zoneId: ZONE_ID });
    return new SpfPolicy(scope, id, { zone, domain: zoneName });
  };

  test("two constructs that would share one are refused, since cdktf would merge them", () => {
    const stack = mailStack();
    spf(stack, "First", stack);
    spf(stack, "Second", stack);
    expect(() => stack.toTerraform()).toThrow(
      "two constructs share the Terraform name Spf: contoso.com/First/Spf and contoso.com/Second/Spf; rename one of them",
    );
  });

  test("a construct between keeps them apart", () => {
    const stack = mailStack();
    spf(stack, "First", stack);
    spf(new Construct(stack, "old"), "Second", stack);
    expect(JSON.parse(JSON.stringify(stack.toTerraform())).resource.cloudflare_dns_record).toMatchObject({
      Spf: { type: "TXT" },
      old__Spf: { type: "TXT" },
    });
  });

  test("a record's address does not change with the construct that declares it", () => {
    const alone = synthesized((stack) => {
      const zone = CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId: ZONE_ID });
      new SpfPolicy(stack, "AnyId", { zone, domain: zoneName, all: "fail" });
    });
    const whole = synthesized((stack) => {
      const zone = CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId: ZONE_ID });
      new MailDomain(stack, "OtherId", { zone, domain: zoneName, profile: "parked" });
    });
    expect(whole.resource?.cloudflare_dns_record?.Spf).toEqual(alone.resource?.cloudflare_dns_record?.Spf);
  });
});
