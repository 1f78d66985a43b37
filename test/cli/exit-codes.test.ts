import { existsSync } from "node:fs";
import { join } from "node:path";
import { ESTATE, folderWith, mailHygiene } from "./command";

const folder = folderWith({
  "estate.yaml": ESTATE,
  "wrong.yaml": `version: 1
domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: {} }
    records:
      spf: { type: TXT, value: v=spf1 mx -all }
      ip: { type: A, name: www, address: 192.0.2.256 }
  contoso.net: { profile: parked, zone: { cloudflare: {} }, colour: blue }
`,
  "part.yaml": `version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} }, ttl: 5, bimi: { logo: https://contoso.com/l.svg } }
  contoso.net: { profile: parked, zone: { cloudflare: {} }, dmarc: { rua: [dmarc@contoso.net] } }
`,
});

describe("exit code 2, and nothing on stdout, for misuse", () => {
  test.each<[string, readonly string[], RegExp]>([
    ["an unknown command", ["sinth", "estate.yaml"], /unknown command 'sinth'/],
    ["an unknown option", ["synth", "estate.yaml", "--ot", "x"], /unknown option '--ot'/],
    ["a missing argument", ["synth"], /missing required argument 'estate'/],
    ["an argument too many", ["records", "estate.yaml", "other.yaml"], /too many arguments/],
    [
      "a format that is none",
      ["records", "estate.yaml", "-f", "yaml"],
      /'yaml' is invalid\. Allowed choices are table, zone, json/,
    ],
    [
      "a domain that is none of the estate's",
      ["synth", "estate.yaml", "-d", "contoso.org"],
      /matches nothing in the estate/,
    ],
  ])("%s", async (_, args, message) => {
    const { code, out, err } = await mailHygiene(folder, ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
  });
});

describe("exit code 1 for an estate that is wrong", () => {
  test("with every problem at its place on stderr, and nothing written", async () => {
    const { code, out, err } = await mailHygiene(folder, "synth", "wrong.yaml");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n").map((line) => line.split(/, got|: receivers/)[0])).toEqual([
      'wrong.yaml:8:42: domains["contoso.com"].records.ip.address: not an IPv4 address',
      'wrong.yaml:9:61: domains["contoso.net"].colour: unknown key',
      "2 problems; nothing was written",
      "",
    ]);
    expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
  });

  test("with the faults of every domain in one pass", async () => {
    const { code, err } = await mailHygiene(folder, "records", "part.yaml");
    expect(code).toBe(1);
    expect(err.split("\n").map((line) => line.split(/, got|: receivers/)[0])).toEqual([
      expect.stringMatching(/^part\.yaml:3:/),
      expect.stringMatching(
        /^part\.yaml:3:69: domains\["contoso\.com"\]\.bimi: bimi does not go with profile parked/,
      ),
      expect.stringMatching(/^part\.yaml:4:76: domains\["contoso\.net"\]\.dmarc\.rua\[0\]: /),
      "3 problems; nothing was written",
      "",
    ]);
  });

  test("and for a file that is not there, named as the user named it", async () => {
    const { code, err } = await mailHygiene(folder, "synth", "missing.yaml");
    expect(code).toBe(1);
    expect(err).toBe(
      "missing.yaml:1:1: the file cannot be read, got missing.yaml: no such file\n1 problem; nothing was written\n",
    );
  });
});

describe("exit code 0 for help and version, on stdout", () => {
  test("--help teaches the commands, the next step and the exit codes", async () => {
    const { code, out, err } = await mailHygiene(folder, "--help");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const taught of [
      "synth",
      "records",
      "terraform init",
      "Exit codes: 0 fine, 1 findings or invalid input, 2 misuse",
      "CLOUDFLARE_API_TOKEN",
    ]) {
      expect(out).toContain(taught);
    }
  });

  test("each command has help of its own", async () => {
    expect((await mailHygiene(folder, "records", "--help")).out).toContain("named-checkzone");
    expect((await mailHygiene(folder, "synth", "--help")).out).toContain("--no-cache");
  });

  test("--version is that of the package", async () => {
    const { version } = require("../../package.json");
    expect(await mailHygiene(folder, "--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});
