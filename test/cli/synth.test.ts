import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ENTRIES_FILE } from "../../stacks/entry-cache";
import { CACHE_FILE } from "../../stacks/output-cache";
import { VARIED_ESTATE } from "../support/estate";
import { ESTATE, filesIn, folderWith, mailHygiene, write } from "./command";

const DIST = join(__dirname, "../../dist");

/** Runs a compiled program in a folder, as a user would. */
function node(folder: string, program: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, program), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** The output that Terraform and the cdktf CLI read, without this tool's own caches. */
function output(folder: string, out = "cdktf.out"): Readonly<Record<string, string>> {
  const { [CACHE_FILE]: _, [ENTRIES_FILE]: __, ...files } = filesIn(join(folder, out));
  return files;
}

describe("mail-hygiene synth", () => {
  test("writes one stack a domain and a manifest of all", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    expect(await mailHygiene(folder, "synth", "estate.yaml", "--out", "out")).toEqual({
      code: 0,
      out: "3 stacks written to out\n",
      err: "6 warnings: mail-hygiene check estate.yaml\n",
    });
    const files = output(folder, "out");
    expect(Object.keys(files)).toEqual([
      "manifest.json",
      "stacks/contoso.com/cdk.tf.json",
      "stacks/contoso.net/cdk.tf.json",
      "stacks/shop.contoso.com/cdk.tf.json",
    ]);
    expect(Object.keys(JSON.parse(files["manifest.json"] ?? "").stacks)).toEqual([
      "contoso.com",
      "contoso.net",
      "shop.contoso.com",
    ]);
  });

  test("writes byte for byte what the cdktf app does", () => {
    const folder = folderWith({ "estate.yaml": VARIED_ESTATE });
    const app = node(folder, "main.js", [], { ESTATE: "estate.yaml", CDKTF_OUTDIR: "by-app" });
    expect(app).toMatchObject({ code: 0 });
    expect(node(folder, "cli/main.js", ["synth", "estate.yaml", "--out", "by-cli"])).toMatchObject({
      code: 0,
    });
    expect(Object.keys(output(folder, "by-app"))).toHaveLength(5);
    expect(output(folder, "by-cli")).toEqual(output(folder, "by-app"));
  });

  test("the cdktf app refuses a wrong estate with exit code 1, and writes nothing", () => {
    const folder = folderWith({ "estate.yaml": "version: 1\ndomains: { contoso.com: { profile: park } }\n" });
    const { code, out, err } = node(folder, "main.js");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("estate.yaml:2:36: ");
    expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
  });

  test("writes the same bytes in another folder, with the estate's keys in another order", async () => {
    const [head = "", domains = ""] = ESTATE.split("domains:\n");
    const [first = "", ...rest] = domains.split(/^(?= {2}\S)/m);
    const other = `${head}domains:\n${[...rest.reverse(), first].join("")}`;
    const one = folderWith({ "estate.yaml": ESTATE });
    const two = folderWith({ "deep/er/estate.yaml": other });
    await mailHygiene(one, "synth", "estate.yaml");
    await mailHygiene(two, "synth", "deep/er/estate.yaml");
    expect(other).not.toBe(ESTATE);
    expect(output(two)).toEqual(output(one));
  });

  test("-q prints nothing when all is well", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    expect(await mailHygiene(folder, "synth", "estate.yaml", "-q")).toEqual({ code: 0, out: "", err: "" });
  });

  test("--no-cache leaves no cache behind, also of a synth before", () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    const caches = () =>
      readdirSync(join(folder, "cdktf.out")).filter((name) => name.startsWith("mail-hygiene."));
    const synth = (...args: readonly string[]) =>
      node(folder, "cli/main.js", ["synth", "estate.yaml", ...args]);
    expect(synth().out).toBe("3 stacks written to cdktf.out\n");
    expect(caches()).toEqual([CACHE_FILE, ENTRIES_FILE]);
    expect(synth().out).toBe("0 stacks written to cdktf.out, 3 stacks unchanged\n");
    const before = output(folder);
    expect(synth("--no-cache").out).toBe("3 stacks written to cdktf.out\n");
    expect(caches()).toEqual([]);
    expect(output(folder)).toEqual(before);
  });
});

describe("mail-hygiene synth --domain", () => {
  test("leaves the other stacks as they are, and the manifest complete", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    await mailHygiene(folder, "synth", "estate.yaml");
    const before = output(folder);
    write(folder, "estate.yaml", ESTATE.replaceAll("profile: parked", "ttl: 300, profile: parked"));
    expect(await mailHygiene(folder, "synth", "estate.yaml", "-d", "contoso.net")).toMatchObject({
      code: 0,
      out: "1 stack written to cdktf.out\n",
    });
    const after = output(folder);
    expect(after["stacks/contoso.net/cdk.tf.json"]).toContain('"ttl": 300');
    expect({ ...after, "stacks/contoso.net/cdk.tf.json": "" }).toEqual({
      ...before,
      "stacks/contoso.net/cdk.tf.json": "",
    });
  });

  test("into an empty folder lists in the manifest what is there", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    await mailHygiene(folder, "synth", "estate.yaml", "-d", "shop.*");
    const files = output(folder);
    expect(Object.keys(files)).toEqual(["manifest.json", "stacks/shop.contoso.com/cdk.tf.json"]);
    expect(Object.keys(JSON.parse(files["manifest.json"] ?? "").stacks)).toEqual(["shop.contoso.com"]);
  });

  test("domain by domain comes to the same as all at once", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    for (const domain of ["shop.contoso.com", "contoso.net", "contoso.com"]) {
      await mailHygiene(folder, "synth", "estate.yaml", "-d", domain, "-o", "one-by-one");
    }
    await mailHygiene(folder, "synth", "estate.yaml");
    expect(output(folder, "one-by-one")).toEqual(output(folder));
  });
});

describe("a domain that left the estate", () => {
  test("loses its stack, keeps what Terraform put there, and is told", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    await mailHygiene(folder, "synth", "estate.yaml");
    write(folder, "cdktf.out/stacks/contoso.net/.terraform.lock.hcl", "# a lock file\n");
    write(folder, "estate.yaml", ESTATE.replace(/^ {2}(contoso\.net|shop).*\n/gm, ""));
    const { code, out, err } = await mailHygiene(folder, "synth", "estate.yaml");
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(" written to cdktf.out") });
    expect(err.split("\n").map((line) => line.split(":")[0])).toEqual([
      "contoso.net is no longer in the estate",
      "shop.contoso.com is no longer in the estate",
      expect.stringMatching(/^\d+ warnings?$/),
      "",
    ]);
    expect(Object.keys(output(folder))).toEqual([
      "manifest.json",
      "removed/contoso.net.json",
      "removed/shop.contoso.com.json",
      "stacks/contoso.com/cdk.tf.json",
      "stacks/contoso.net/.terraform.lock.hcl",
    ]);
    expect(existsSync(join(folder, "cdktf.out/stacks/shop.contoso.com"))).toBe(false);
    expect((await mailHygiene(folder, "synth", "estate.yaml", "-q")).err).toBe("");
  });

  test("Terraform's own files in the other stacks stay", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    await mailHygiene(folder, "synth", "estate.yaml");
    const lock = "cdktf.out/stacks/contoso.com/.terraform.lock.hcl";
    write(folder, lock, "# a lock file\n");
    rmSync(join(folder, "cdktf.out/stacks/contoso.com/cdk.tf.json"));
    await mailHygiene(folder, "synth", "estate.yaml");
    expect(readFileSync(join(folder, lock), "utf8")).toBe("# a lock file\n");
  });
});
