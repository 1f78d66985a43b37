import { App } from "cdktf";
import fc from "fast-check";
import { domainsOfKind } from "../../stacks/stack-makers";
import { withoutStackTraces } from "../../stacks/without-stack-traces";
import { cloudflareStack } from "../support/domain-stacks";
import { declaredBy } from "../support/estate";
import { jsonOf } from "../support/synth";
import { temporaryFolder } from "../support/temp";

/** Labels that look like one another, like a role, or like something that a stack holds already. */
const label = fc.oneof(
  fc.constantFrom(
    ...[
      "a-b",
      "a",
      "b",
      "a--b",
      "xn--bcher-kva",
      "k".repeat(63),
      "0",
      "1-2",
      "spf",
      "mail",
      "zone",
      "resource",
    ],
    ...[
      "cloudflare",
      "import",
      "backend",
      "dkim",
      "subdomains",
      "mx",
      "mx2",
      "dmarc",
      "records",
      "parked",
      "node",
    ],
  ),
  fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/),
);

const name = fc
  .array(label, { minLength: 1, maxLength: 3 })
  .map((labels) => labels.join("."))
  .filter((text) => text.length < 150);

const key = fc.oneof(
  fc.constantFrom(
    "a/b",
    "a--b",
    "a.b",
    "a_b",
    "a b",
    "A",
    "a",
    "Spf",
    "__proto__",
    "constructor",
    "é",
    "${x}",
    "",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

/** An estate of hostile names, as JSON, which is YAML too. */
const estate = fc
  .record({
    domains: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
    subdomains: fc.uniqueArray(name, { maxLength: 4 }),
    keys: fc.uniqueArray(key, { maxLength: 5 }),
  })
  .map(({ domains, subdomains, keys }) => {
    const below = Object.fromEntries(
      subdomains.map((one) => [one, { profile: "parked", parked: { revokeDkim: true } }]),
    );
    const records = Object.fromEntries(
      keys.map((one, index) => [one, { type: "TXT", value: `text ${index}` }]),
    );
    const entries = domains.map((domain) => [
      `${domain}.example`,
      { profile: "parked", zone: { cloudflare: { zoneName: "example" } }, records, subdomains: below },
    ]);
    return {
      version: 1,
      state: { cloud: { organization: "o", workspace: "mail-{stack}" } },
      domains: Object.fromEntries(entries),
    };
  });

/** Estates in which no domain is inside another: those would write the same records, which is refused before. */
function isLoose({ domains }: { readonly domains: object }): boolean {
  const names = Object.keys(domains);
  return names.every((one) => names.every((other) => one === other || !one.endsWith(`.${other}`)));
}

describe("no two things of an estate meet in one id", () => {
  test("stacks have folders and workspaces of their own; records have Terraform names of their own", () => {
    fc.assert(
      fc.property(estate.filter(isLoose), (text) => {
        const { domains, estate: read } = declaredBy(JSON.stringify(text));
        const sources = domainsOfKind("terraform", domains);
        const app = new App({ outdir: temporaryFolder(), stackTraces: false });
        const stacks = withoutStackTraces(() =>
          sources.map((domain) => cloudflareStack(domain, read.state, app)),
        );
        const workspaces = new Set<string>();
        for (const [index, stack] of stacks.entries()) {
          const json = jsonOf(stack);
          const { cloud } = json.terraform as { cloud: { workspaces: { name: string } } };
          expect(cloud.workspaces.name).toMatch(/^[A-Za-z0-9_-]+$/);
          workspaces.add(cloud.workspaces.name);
          const written = Object.keys(json.resource?.cloudflare_dns_record ?? {});
          expect(written).toHaveLength(domains[index]?.declaration.records.length ?? -1);
          for (const one of written) expect(one).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
        }
        expect(workspaces.size).toBe(stacks.length);
        const folders = stacks.map((stack) => app.manifest.forStack(stack).workingDirectory.toLowerCase());
        expect(new Set(folders).size).toBe(stacks.length);
      }),
      { numRuns: 60 },
    );
  });

  test("records whose keys constructs would take for the same", () => {
    const keys = ["a/b", "a--b", "a%2Fb", "a.b", "a_b"];
    const records = Object.fromEntries(keys.map((one) => [one, { type: "TXT", value: one }]));
    const domain = { profile: "parked", zone: { cloudflare: {} }, records };
    const { domains, estate: read } = declaredBy(
      JSON.stringify({ version: 1, domains: { "a.com": domain } }),
    );
    const app = new App({ outdir: temporaryFolder(), stackTraces: false });
    const json = domainsOfKind("terraform", domains).map((one) =>
      jsonOf(cloudflareStack(one, read.state, app)),
    );
    expect(Object.keys(json[0]?.resource?.cloudflare_dns_record ?? {}).sort()).toEqual([
      "Dmarc",
      "Mx",
      "Record-a--b",
      "Record-a_b",
      "Spf",
      ...["a%252Fb", "a%2Fb", "a_b"].map((id) => `_-${Buffer.from(`Record-${id}`).toString("hex")}`).sort(),
    ]);
  });

  test("a-b.com and a.b.com, side by side, keep folder, state and Worker apart", () => {
    const parked = { profile: "parked", zone: { cloudflare: {} } };
    const text = { version: 1, domains: { "a-b.com": parked, "a.b.com": parked, "a--b.com": parked } };
    const { domains, estate: read } = declaredBy(JSON.stringify(text));
    const sources = domainsOfKind("terraform", domains);
    const app = new App({ outdir: temporaryFolder(), stackTraces: false });
    const stacks = sources.map((domain) => cloudflareStack(domain, read.state, app));
    expect(
      stacks.map((stack) => [app.manifest.forStack(stack).workingDirectory, jsonOf(stack).terraform.backend]),
    ).toEqual(
      ["a--b.com", "a-b.com", "a.b.com"].map((name) => [
        `stacks/${name}`,
        { local: { path: `../../../state/${name}.tfstate` } },
      ]),
    );
  });
});
