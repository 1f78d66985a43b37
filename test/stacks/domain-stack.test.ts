import { App, TerraformStack } from "cdktf";
import { addCloudflareZone } from "../../hosts/cloudflare/constructs/add-zone";
import { DomainStack } from "../../stacks/domain-stack";
import { domainsOfKind } from "../../stacks/stack-makers";
import { cloudflareStack } from "../support/domain-stacks";
import { declaredBy, VARIED_ESTATE } from "../support/estate";
import { providerSchemas, schemaProblems } from "../support/schema-check";
import { jsonOf, recordsOf, type Synthesized } from "../support/synth";
import { temporaryFolder } from "../support/temp";

const CLOUDFLARE = providerSchemas("cloudflare-5.14.0");
const { estate, domains } = declaredBy(VARIED_ESTATE);
const sources = domainsOfKind("terraform", domains);

function stackOf(name: string): DomainStack {
  const domain = sources.find((one) => one.estate.name === name);
  if (!domain) throw new Error(`no domain ${name}`);
  return cloudflareStack(domain, estate.state);
}

const NAMES = domains.map(({ estate: { name } }) => name);

describe.each(NAMES)("the stack of %s", (name) => {
  const json: Synthesized = jsonOf(stackOf(name));

  test("is right for Cloudflare's provider, argument for argument", () => {
    expect(schemaProblems(json, CLOUDFLARE)).toEqual([]);
  });

  test("has every declared record, and no other", () => {
    const declaration = domains.find((one) => one.estate.name === name)?.declaration;
    const declared = declaration?.records.map(({ record }) => `${record.name} ${record.type}`);
    const written = Object.values(recordsOf(json)).map((record) => record.split(" ").slice(0, 2).join(" "));
    expect(written.sort()).toEqual(declared?.sort());
  });

  test("is what a plain cdktf stack writes of the same constructs", () => {
    const stack = stackOf(name);
    stack.prepareStack();
    const plain = TerraformStack.prototype.toTerraform.call(stack);
    expect(JSON.stringify(sorted(stack.toTerraform()))).toBe(JSON.stringify(sorted(plain)));
  });

  test("holds no folder of this machine, and its provider no credential", () => {
    expect(JSON.stringify(json)).not.toContain(process.cwd());
    expect(JSON.stringify(json)).not.toMatch(/"\/(home|root|tmp|work|Users)\//);
    expect(json.provider).toEqual({ cloudflare: [{}] });
  });
});

describe("a stack", () => {
  test("writes text to Terraform so that it stays text", () => {
    const records = recordsOf(jsonOf(stackOf("contoso.com")));
    expect(records["Record-macro"]).toBe('macro.contoso.com TXT "a $${b} %%{c} \\"d\\" \\\\e"');
    expect(records["Record-caa"]).toBe(
      'contoso.com CAA {"flags":128,"tag":"issue","value":"letsencrypt.org"}',
    );
    expect(records["Record-long"]).toBe(
      `long.contoso.com TXT "${"0123456789".repeat(60).slice(0, 255)}" "${"0123456789".repeat(60).slice(255, 510)}" "${"0123456789".repeat(9)}"`,
    );
  });

  test("takes existing records over by import blocks", () => {
    expect(jsonOf(stackOf("contoso.com")).import).toEqual([
      {
        to: "cloudflare_dns_record.Spf",
        id: "023e105f4ecef8ad9ca31a8372d0c353/372e67954025e0ba6aaa6d586b9e0b59",
      },
      {
        to: "cloudflare_dns_record.news__Spf",
        id: "023e105f4ecef8ad9ca31a8372d0c353/372e67954025e0ba6aaa6d586b9e0b60",
      },
    ]);
    expect(jsonOf(stackOf("fabrikam.us")).import).toBeUndefined();
  });

  test("refuses imports of roles it has not, and without the zone's id", () => {
    const make = (name: string, role: string) => () => {
      const domain = sources.find((one) => one.estate.name === name);
      if (!domain) throw new Error(`no domain ${name}`);
      const { declaration, estate: declared } = domain;
      const app = new App({ outdir: temporaryFolder(), stackTraces: false });
      const { zone } = declared;
      if (zone.host !== "cloudflare") throw new Error(`a zone at ${zone.host}`);
      return new DomainStack(app, name, {
        declaration,
        zone: (stack) => addCloudflareZone(stack, zone),
        import: { [role]: "0".repeat(32) },
      });
    };
    expect(make("contoso.com", "spf")).toThrow(
      "import into contoso.com: spf: no record has this role; expected Mx, Mx-mx2.contoso.net, Autodiscover, Spf,",
    );
    expect(make("fabrikam.us", "Spf")).toThrow(
      "import into fabrikam.us: Spf: an import needs the zone's id; expected zone: { cloudflare: { zoneId } }",
    );
  });
});

/** A copy with the keys of every object in order: cdktf's synthesizer writes them so. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
