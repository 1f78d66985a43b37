import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { providerSchemas, schemaProblems } from "../support/schema-check";
import type { Synthesized } from "../support/synth";
import { temporaryFolder } from "../support/temp";
import { compiled, programsOf, run } from "./guide-programs";

jest.setTimeout(120_000);

const programs = programsOf("changing-constructs.md");
const CLOUDFLARE = providerSchemas("cloudflare-5.14.0");

/** What a program of the page writes: its stacks by name, and the order that cdktf's command line is told. */
function outputOf(program: string) {
  const folder = temporaryFolder();
  process.env.CDKTF_OUTDIR = folder;
  try {
    run(programs, program);
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const stack = (name: string): Synthesized =>
    JSON.parse(readFileSync(join(folder, "stacks", name, "cdk.tf.json"), "utf8"), (key, value) =>
      key === "//" ? undefined : value,
    );
  for (const name of Object.keys(manifest.stacks)) {
    // What the provider's schema does not know, Terraform would refuse.
    expect(schemaProblems(stack(name), CLOUDFLARE)).toEqual([]);
  }
  return { manifest, stack };
}

test("the page has a program for each thing that it tells", () => {
  expect([...programs.keys()]).toEqual([
    "contoso.ts",
    "owner.ts",
    "overrides.ts",
    "aspects.ts",
    "tagged.ts",
    "order.ts",
    "contoso.test.ts",
  ]);
});

test("its programs compile against the package", () => {
  // The compiler looks: to what is a construct and no more, nothing can be done.
  const loose = `import { MailPart } from "cdktf-mail-hygiene";
declare const part: MailPart;
part.record("Spf").addOverride("ttl", 1);
`;
  expect(compiled(new Map([...programs, ["loose.ts", loose]]))).toEqual([
    expect.stringMatching(/^loose\.ts:3: Property 'addOverride' does not exist/),
  ]);
});

test("a record is referred to", () => {
  const { resource, output } = outputOf("owner.ts").stack("contoso.com");
  expect(resource?.cloudflare_dns_record?.Owner).toMatchObject({
    zone_id: "${cloudflare_dns_record.Spf.zone_id}",
    depends_on: ["cloudflare_dns_record.Spf", "cloudflare_dns_record.news__Spf"],
  });
  expect(output?.spf_id?.value).toBe("${cloudflare_dns_record.Spf.id}");
});

test("what is written is overridden, imported and protected", () => {
  const contoso = outputOf("overrides.ts").stack("contoso.com");
  expect(contoso.resource?.cloudflare_dns_record).toMatchObject({
    Spf: { comment: "who may send" },
    Dmarc: { ttl: 300 },
    Mx: { lifecycle: { prevent_destroy: true } },
  });
  expect(contoso.import).toEqual([
    {
      to: "cloudflare_dns_record.Mx",
      id: "023e105f4ecef8ad9ca31a8372d0c353/372e67954025e0ba6aaa6d586b9e0b59",
    },
  ]);
  expect(contoso.terraform).toMatchObject({ required_version: ">= 1.7" });
});

test("an aspect reaches every record", () => {
  const { resource } = outputOf("aspects.ts").stack("contoso.com");
  const records = Object.values(resource?.cloudflare_dns_record ?? {});
  expect(records.length).toBeGreaterThan(6);
  expect(records.map(({ comment }) => comment)).toEqual(records.map(() => "mail team"));
});

test("an aspect that refuses ends the synth", () => {
  const strict = new Map(
    [...programs].map(([name, text]) => [name, text.replace("<= 3600) return", "<= 300) return")]),
  );
  const folder = temporaryFolder();
  process.env.CDKTF_OUTDIR = folder;
  try {
    expect(() => run(strict, "aspects.ts")).toThrow(/a TTL of an hour at most/);
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  expect(existsSync(join(folder, "stacks/contoso.com/cdk.tf.json"))).toBe(false);
});

test("a zone of one's own sees each record before it is written", () => {
  const { resource } = outputOf("tagged.ts").stack("contoso-ag.example");
  expect(
    Object.entries(resource?.cloudflare_dns_record ?? {}).map(([name, { tags }]) => [name, tags]),
  ).toEqual([
    ["Dmarc", ["role:Dmarc"]],
    ["Mx", ["role:Mx"]],
    ["Spf", ["role:Spf"]],
  ]);
});

test("stacks come in the order that a program says", () => {
  const { stacks } = outputOf("order.ts").manifest;
  expect(stacks["news.contoso.com"].dependencies).toEqual(["contoso.com"]);
});

// Registers the page's own tests.
describe("contoso.test.ts of the page", () => run(programs, "contoso.test.ts"));
