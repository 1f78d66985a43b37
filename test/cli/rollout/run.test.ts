import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, mailHygiene } from "../command";
import { parseRun } from "./conducted";

/** A zone that one stack creates, two domains in it, and a domain by itself. */
const ESTATE = `version: 1
domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: { accountId: 0123456789abcdef0123456789abcdef, create: true } }
  a.contoso.com: { profile: parked }
  contoso.net: { profile: parked, zone: { cloudflare: { zoneName: contoso.net } } }
`;

/**
 * Stands in for Terraform where no provider is to be had: writes down what it was asked, has a zone to create in
 * contoso.com until that was applied, and a record to add everywhere else.
 */
const TERRAFORM = `#!/bin/sh
stack=$(basename "$PWD")
case "$1 $2" in
  "version -json") echo '{"terraform_version":"VERSION"}'; exit ;;
  "version "*) echo "Terraform vVERSION"; exit ;;
esac
echo "$1 $stack" >> "$CALLS"
case "$1" in
  init) mkdir -p .terraform ;;
  plan) for last; do :; done; echo plan > "\${last#-out=}"; exit 2 ;;
  show)
    type=cloudflare_dns_record
    after='{"type":"A","name":"www.'$stack'","content":"192.0.2.1","ttl":300}'
    [ "$stack" = contoso.com ] && [ ! -e applied ] && type=cloudflare_zone after='{"name":"contoso.com"}'
    change='{"address":"'$type'.R","type":"'$type'","change":{"actions":["create"],"before":null,"after":'$after'}}'
    echo '{"format_version":"1.2","resource_changes":['"$change"']}' ;;
  apply) touch applied ;;
esac
`;

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

function projectWith(version = "1.11.4"): string {
  const folder = folderWith({ "estate.yaml": ESTATE, terraform: TERRAFORM.replaceAll("VERSION", version) });
  chmodSync(join(folder, "terraform"), 0o755);
  process.env.TERRAFORM_BINARY_NAME = "./terraform";
  process.env.HOME = folder;
  process.env.CALLS = join(folder, "calls");
  return folder;
}

function calls(folder: string): readonly string[] {
  const text = readFileSync(join(folder, "calls"), "utf8");
  return text
    .trim()
    .replaceAll(/install-\w+/g, "aside")
    .split("\n");
}

test("deploy synthesizes the estate and applies the stack that creates a zone before those in it are planned", async () => {
  const folder = projectWith();
  const { code, out } = await mailHygiene(folder, "deploy", "estate.yaml", "--yes", "-p", "1", "-f", "json");
  expect(code).toBe(0);
  expect(calls(folder)).toEqual([
    ...["init aside", "init contoso.com", "plan contoso.com", "show contoso.com"],
    ...["init contoso.net", "plan contoso.net", "show contoso.net"],
    ...["apply contoso.com", "apply contoso.net"],
    ...["init a.contoso.com", "plan a.contoso.com", "show a.contoso.com", "apply a.contoso.com"],
  ]);
  expect(parseRun(out).stacks["a.contoso.com"]).toMatchObject({ status: "applied", after: ["contoso.com"] });
});

test("destroy takes the domains of a zone first, and inits nothing that is ready", async () => {
  const folder = projectWith();
  await mailHygiene(folder, "plan", "estate.yaml", "-p", "1");
  const before = calls(folder).length;
  const { code } = await mailHygiene(folder, "destroy", "estate.yaml", "-y", "-p", "1", "-d", "*contoso.com");
  expect(code).toBe(0);
  // The plan left a.contoso.com alone, for want of its zone.
  expect(calls(folder).slice(before)).toEqual([
    ...["init aside", "init a.contoso.com", "plan a.contoso.com", "show a.contoso.com"],
    ...["plan contoso.com", "show contoso.com"],
    ...["apply a.contoso.com", "apply contoso.com"],
  ]);
});

test("a plan exits with 0, or with 2 where --detailed-exitcode asks for it", async () => {
  const folder = projectWith();
  expect((await mailHygiene(folder, "plan", "estate.yaml", "-d", "contoso.net")).code).toBe(0);
  expect(
    (await mailHygiene(folder, "plan", "estate.yaml", "-d", "contoso.net", "--detailed-exitcode")).code,
  ).toBe(2);
});

test("a resumed deploy leaves out a domain that has left the estate, and says so", async () => {
  const folder = projectWith();
  await mailHygiene(folder, "deploy", "estate.yaml", "-y", "-d", "contoso.*");
  writeFileSync(join(folder, "estate.yaml"), ESTATE.replace(/ {2}contoso\.net.*\n/, ""));
  const { code, err, out } = await mailHygiene(folder, "deploy", "estate.yaml", "-y", "--resume", "latest");
  expect([code, out]).toEqual([0, "1 stack: 1 applied\n"]);
  expect(err).toContain("contoso.net is no longer in the estate: it is left out\n");
});

test("a Terraform that is too old is refused before it runs, with what needs which version", async () => {
  const folder = projectWith("1.4.7");
  const { code, err } = await mailHygiene(folder, "deploy", "estate.yaml", "--yes");
  expect(code).toBe(1);
  expect(err).toBe(
    `mail-hygiene: ${folder}/terraform is terraform 1.4.7, too old for a.contoso.com and 2 other stacks: needed is 1.5 or newer for import blocks\n`,
  );
  expect(existsSync(join(folder, "calls"))).toBe(false);
});

describe("exit code 2, before anything is written", () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      "deploy without a terminal or --yes",
      ["deploy", "estate.yaml"],
      /there is no terminal to ask; give --yes/,
    ],
    [
      "destroy without a terminal or --yes",
      ["destroy", "estate.yaml"],
      /there is no terminal to ask; give --yes/,
    ],
    ["no stack at once", ["plan", "estate.yaml", "-p", "0"], /expected a whole number from 1 to 100/],
    [
      "a domain that is not there",
      ["plan", "estate.yaml", "-d", "contoso.org"],
      /matches nothing in the estate/,
    ],
    [
      "a selection for a run that has its own",
      ["deploy", "estate.yaml", "-y", "--resume", "latest", "-d", "contoso.com"],
      /--domain does not go with it/,
    ],
    [
      "a run that never was",
      ["deploy", "estate.yaml", "-y", "--resume", "latest"],
      /there is no earlier deploy/,
    ],
    [
      "a folder that is none of a run",
      ["deploy", "estate.yaml", "-y", "--resume", "."],
      /it has no run\.json/,
    ],
  ])("%s", async (_, args, message) => {
    const folder = projectWith();
    const { code, err } = await mailHygiene(folder, ...args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
  });

  test("a run of another command is not resumed", async () => {
    const folder = projectWith();
    const planned = await mailHygiene(folder, "plan", "estate.yaml", "-f", "json");
    const { run } = parseRun(planned.out);
    const { code, err } = await mailHygiene(folder, "destroy", "estate.yaml", "-y", "--resume", run);
    expect([code, err]).toEqual([
      2,
      `mail-hygiene: --resume ${run}: that run was a plan; resume it with that command\n`,
    ]);
  });
});
