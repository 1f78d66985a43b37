import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { buildProgram } from "../../../cli/program";
import { ESTATE, folderWith, mailHygiene, write } from "../command";

/* Every argument and option of every command that names a file or a folder, tried with what never ends. */

const ZONE = '$ORIGIN contoso.com.\n@ 3600 IN SOA a. b. 1 2 3 4 5\n@ 3600 IN TXT "v=spf1 -all"\n';
const WRITEBACK = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      sync: { tool: connect-sync, writeback: { domains: { contoso.com: { account: 'CONTOSO\\MSOL_1a2b3c4d5e6f' } } } }
domains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }
`;

const AWS = ["--bucket", "contoso-state", "--repository", "contoso/mail", "--region", "eu-central-1"];
const INIT = ["--domain", "contoso.com", "--tenant", "contoso.onmicrosoft.com", "--host", "cloudflare"];

/** How each is given a path; by command and the name in its help. */
const TRIALS: Readonly<Record<string, (path: string) => readonly string[]>> = {
  "init [estate]": (path) => ["init", path, ...INIT, "--added-before", "2026-07-01"],
  "synth <estate>": (path) => ["synth", path],
  "synth --out <dir>": (path) => ["synth", "estate.yaml", "--out", path],
  "check <estate>": (path) => ["check", path],
  "records <estate>": (path) => ["records", path],
  "review [plan...]": (path) => ["review", path],
  "review --estate <file>": (path) => ["review", "plan.json", "--estate", path],
  "review --base <file>": (path) => ["review", "plan.json", "--estate", "estate.yaml", "--base", path],
  "review --out <dir>": (path) => ["review", "latest", "--out", path],
  "verify <estate>": (path) => ["verify", path],
  "audit --file <file>": (path) => ["audit", "--file", path],
  "message <file>": (path) => ["message", path],
  "message --dns <file>": (path) => ["message", "mail.eml", "--dns", path],
  "writeback <estate>": (path) => ["writeback", path],
  "writeback --ca <file>": (path) => ["writeback", "writeback.yaml", "--ca", path],
  "adopt [estate]": (path) => ["adopt", path, "--file", "contoso.com.zone"],
  "adopt --file <file>": (path) => ["adopt", "new.yaml", "--file", path],
  "adopt --out <dir>": (path) => ["adopt", "estate.yaml", "--check", "--out", path],
  "plan <estate>": (path) => ["plan", path],
  "plan --out <dir>": (path) => ["plan", "estate.yaml", "--out", path],
  "plan --changed-since <dir>": (path) => ["plan", "estate.yaml", "--changed-since", path],
  "deploy <estate>": (path) => ["deploy", path, "--yes"],
  "deploy --out <dir>": (path) => ["deploy", "estate.yaml", "--yes", "--out", path],
  "deploy --run <run>": (path) => ["deploy", "estate.yaml", "--yes", "--run", path],
  "deploy --resume <run>": (path) => ["deploy", "estate.yaml", "--yes", "--resume", path],
  "destroy <estate>": (path) => ["destroy", path, "--yes"],
  "destroy --out <dir>": (path) => ["destroy", "estate.yaml", "--yes", "--out", path],
  "destroy --resume <run>": (path) => ["destroy", "estate.yaml", "--yes", "--resume", path],
  "destroy --base <estate>": (path) => ["destroy", "estate.yaml", "--yes", "--orphans", "--base", path],
  "permissions <estate>": (path) => ["permissions", path],
  "contain --estate <file>": (path) => [...CONTAIN, "--estate", path],
  "contain --out <dir>": (path) => [...CONTAIN, "--estate", "estate.yaml", "--out", path],
  "incident-report <incident>": (path) => ["incident-report", path],
  "bootstrap aws --out <dir>": (path) => ["bootstrap", "aws", ...AWS, "--out", path],
  "provider install --dir <dir>": (path) => ["provider", "install", "--dir", path],
  "scripts writeback <estate>": (path) => ["scripts", "writeback", path],
  "scripts credssp <estate>": (path) => ["scripts", "credssp", path],
  "scripts hybrid <estate>": (path) => ["scripts", "hybrid", path],
  "sandbox run --estate <file>": (path) => ["sandbox", "run", "--estate", path, "--", "true"],
  "sandbox run --world <file>": (path) => ["sandbox", "run", "--world", path, "--", "true"],
  "sandbox run --state <file>": (path) => ["sandbox", "run", "--state", path, "--", "true"],
  "sandbox up --estate <file>": (path) => ["sandbox", "up", "--estate", path, "--name", "t"],
  "sandbox up --world <file>": (path) => ["sandbox", "up", "--world", path, "--name", "t"],
  "sandbox up --state <file>": (path) => ["sandbox", "up", "--state", path, "--name", "t"],
};
const CONTAIN = ["contain", "alex@contoso.com", "--tenant", "contoso", "--yes"];

/** What names a file or a folder in a help. */
const PATH = /^[<[](?:file|dir|run|estate|incident|plan)(?:\.\.\.)?[>\]]$/;

function pathsOf(command: Command, before: readonly string[] = []): readonly string[] {
  return command.commands.flatMap((child) => {
    const names = [...before, child.name()];
    const called = (argument: { name(): string; required: boolean; variadic: boolean }) => {
      const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
      return argument.required ? `<${name}>` : `[${name}]`;
    };
    const own = [
      ...child.registeredArguments.map(called).filter((name) => PATH.test(name)),
      ...child.options.flatMap(({ long, flags }) => {
        const value = flags.split(" ").at(-1) ?? "";
        return PATH.test(value) ? [`${long} ${value}`] : [];
      }),
    ];
    return [...own.map((name) => [...names, name].join(" ")), ...pathsOf(child, names)];
  });
}

test("every argument that names a file or a folder has its trial", () => {
  const program = buildProgram({ out: () => undefined, err: () => undefined, folder: "" }, () => undefined);
  expect(Object.keys(TRIALS).sort()).toEqual([...pathsOf(program)].sort());
});

const at = folderWith({
  "estate.yaml": ESTATE,
  "writeback.yaml": WRITEBACK,
  "contoso.com.zone": ZONE,
  "mail.eml": "From: a@contoso.com\r\n\r\nx\r\n",
  "plan.json": "{}",
});
execFileSync("mkfifo", [join(at, "pipe.yaml")]);
symlinkSync("/dev/zero", join(at, "endless.yaml"));
writeFileSync(join(at, "huge.yaml"), "");
truncateSync(join(at, "huge.yaml"), 8_200_000_000);

beforeAll(() => {
  process.env.MAIL_HYGIENE_LDAP_USER = "CONTOSO\\reader";
  process.env.MAIL_HYGIENE_LDAP_PASSWORD = "none";
});

afterAll(() => {
  delete process.env.MAIL_HYGIENE_LDAP_USER;
  delete process.env.MAIL_HYGIENE_LDAP_PASSWORD;
});

// A command that reads any of them keeps this test until somebody ends it.
test.each(Object.entries(TRIALS))(
  "%s: a pipe, a device and a file of 8 gigabytes end at once, by their names",
  async (_, argumentsFor) => {
    for (const name of ["pipe.yaml", "endless.yaml", "huge.yaml"]) {
      const { code, err } = await mailHygiene(at, ...argumentsFor(name));
      expect([name, code === 1 || code === 2]).toEqual([name, true]);
      expect(err).toContain(name);
    }
  },
);

test("the state of a stack that has left the estate is none that never ends", async () => {
  const outer = folderWith({ "e.yaml": ESTATE, "state/.keep": "" });
  write(
    outer,
    "cdktf.out/removed/old.example.json",
    JSON.stringify({ terraform: { backend: { local: { path: "../../../state/old.example.tfstate" } } } }),
  );
  symlinkSync("/dev/zero", join(outer, "state/old.example.tfstate"));
  const { code, err } = await mailHygiene(outer, "destroy", "e.yaml", "--orphans", "--yes");
  expect([code, err]).toEqual([1, expect.stringContaining("old.example.tfstate: a device, not a file")]);
});

test("a link out of the folder shows nothing of the file that it leads to", async () => {
  const outer = folderWith({
    "secret.txt": "SECRETSECRET: 1\n",
    "in/mail.eml": "From: a@contoso.com\r\n\r\n",
  });
  symlinkSync("../secret.txt", join(outer, "in/link"));
  for (const args of [
    ["message", "mail.eml", "--dns", "link"],
    ["incident-report", "link"],
    ["audit", "--file", "link"],
    ["adopt", "new.yaml", "--file", "link"],
  ]) {
    const { code, out, err } = await mailHygiene(join(outer, "in"), ...args);
    expect([args[0], code !== 0, out]).toEqual([args[0], true, ""]);
    expect(err).toContain("link: a link that leads out of the folder");
    expect(err).not.toContain("SECRET");
  }
});

test("a file that was not meant is not quoted", async () => {
  const text = "password = SECRETSECRET\nkey: SECRETSECRET\n\tmore: [SECRETSECRET\n";
  const outer = folderWith({ "other.txt": text, "mail.eml": "From: a@contoso.com\r\n\r\n" });
  const from = ["terraform", "route53", "azure", "octodns", "dnscontrol", "zone-file"];
  for (const args of [
    ["records", "other.txt"],
    ["review", "other.txt"],
    ["message", "mail.eml", "--dns", "other.txt"],
    ["incident-report", "other.txt"],
    ["sandbox", "run", "--world", "other.txt", "--", "true"],
    ...from.map((source) => ["adopt", "new.yaml", "--file", "other.txt", "--from", source]),
  ]) {
    const { code, out, err } = await mailHygiene(outer, ...args);
    expect([...args, code !== 0, `${out}${err}`]).toEqual([
      ...args,
      true,
      expect.not.stringContaining("SECRETSECRET"),
    ]);
  }
});
