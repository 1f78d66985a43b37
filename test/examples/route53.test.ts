import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { CloudAssembly } from "aws-cdk-lib/cx-api";
import { answeredRecords } from "../hosts/route53/cloudformation";
import { temporaryFolder } from "../support/temp";
import { EXAMPLES_FOLDER, mailHygiene } from "./example";
import { readStacks } from "./published";
import { treeOf } from "./tree";

const HOSTED = ["shop.wingtiptoys.com", "wingtip-ag.example", "wingtiptoys.com"];

let out = "";
let said = "";

beforeAll(async () => {
  out = join(temporaryFolder(), "out");
  said = await mailHygiene(EXAMPLES_FOLDER, "synth", "route53/estate.yaml", "--out", out, "--no-cache");
});

describe("the route53 example", () => {
  test("is written as stacks of both kinds, and says where each went", () => {
    expect(said).toBe(
      `4 stacks written to ${out}\n3 of them for the AWS CDK: npx cdk deploy --app ${out}/aws <domain>\n`,
    );
    expect(readStacks(out).map(({ name }) => name)).toEqual(["tailspintoys.com"]);
    expect(Object.keys(treeOf(join(out, "aws")))).toEqual(
      [...HOSTED.flatMap((name) => [`${name}.assets.json`, `${name}.template.json`]), "manifest.json"].sort(),
    );
  });

  test("is a cloud assembly, as cdk deploy reads it", () => {
    const { stacks } = new CloudAssembly(join(out, "aws"));
    expect(
      stacks.map(({ id, stackName, environment, terminationProtection }) => [
        id,
        stackName,
        environment.name,
        terminationProtection,
      ]),
    ).toEqual([
      ["shop.wingtiptoys.com", "mail-shop-wingtiptoys-com", "aws://111122223333/eu-central-1", true],
      ["wingtip-ag.example", "mail-wingtip--ag-example", "aws://111122223333/eu-central-1", true],
      ["wingtiptoys.com", "mail-wingtiptoys-com", "aws://111122223333/eu-central-1", true],
    ]);
  });

  test("publishes at both hosts what records prints", async () => {
    const printed: readonly { name: string; type: string; ttl: number; data: string }[] = JSON.parse(
      await mailHygiene(EXAMPLES_FOLDER, "records", "route53/estate.yaml", "-f", "json"),
    );
    const assembly = new CloudAssembly(join(out, "aws"));
    const hosted = assembly.stacks.flatMap(({ template }) => answeredRecords(Template.fromJSON(template)));
    const published = [...hosted, ...readStacks(out).flatMap(({ records }) => records)];
    const line = ({ name, type, ttl, data }: (typeof printed)[number]) => `${name} ${ttl} ${type} ${data}`;
    const kept = "wingtiptoys.com 3600 TXT google-site-verification=Kx2c9fQWtn7mB0aVdLs3";
    expect(published.map(line).sort()).toEqual([...printed.map(line), kept].sort());
  });

  test("is the same bytes in another folder, another process, another time zone, more than a year later", () => {
    const folder = join(temporaryFolder(), "a folder ünlike the other");
    cpSync(join(EXAMPLES_FOLDER, "route53"), folder, { recursive: true });
    const program = join(__dirname, "../../dist/cli/main.js");
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--require", require.resolve("./elsewhen.cjs"), program, "synth", "estate.yaml", "--no-cache"],
      {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: process.env.PATH, HOME: folder, TZ: "Pacific/Kiritimati" },
      },
    );
    expect([stderr, status]).toEqual(["", 0]);
    expect(treeOf(join(folder, "cdktf.out"))).toEqual(treeOf(out));
  });

  test("holds no folder of this machine and nothing of who made it", () => {
    const text = Object.values(treeOf(join(out, "aws"))).join("\n");
    expect(text).not.toContain(process.cwd());
    expect(text).not.toMatch(/"\/(home|root|tmp|work|Users)\/|AWS::CDK::Metadata|creationStack/);
  });
});

test("the state of the example's Terraform stacks goes where bootstrap aws makes room for it", async () => {
  const folder = temporaryFolder();
  const printed = await mailHygiene(
    folder,
    ...["bootstrap", "aws", "--bucket", "wingtip-terraform-state", "--repository", "wingtip/mail"],
    ...["--region", "eu-central-1"],
  );
  const [line] = /^ {2}s3: .*$/m.exec(printed) ?? [];
  expect(readFileSync(join(EXAMPLES_FOLDER, "route53", "estate.yaml"), "utf8")).toContain(
    `\nstate:\n${line}\n`,
  );
  const [stack] = new CloudAssembly(join(folder, "aws-bootstrap")).stacks;
  expect([stack?.stackName, stack?.environment.region, stack?.assumeRoleArn]).toEqual([
    "mail-hygiene-state",
    "eu-central-1",
    undefined,
  ]);
});
