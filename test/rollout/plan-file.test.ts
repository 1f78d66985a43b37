import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { planBase, stateVersion } from "../../rollout/plan-file";
import { temporaryFolder } from "../support/temp";
import { zip } from "../support/zip";
import { record, writeStack } from "./support/stacks";

test("a plan of real Terraform tells the state that it rests on, and the providers", () => {
  const { folder } = writeStack(temporaryFolder(), "contoso.com", { Spf: record("v=spf1 -all") });
  const terraform = (...args: string[]) =>
    execFileSync("terraform", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const plan = join(folder, "plan.bin");
  terraform("init", "-input=false");
  terraform("plan", `-out=${plan}`);
  const none = { lineage: "", serial: 0 };
  expect(planBase(plan)).toEqual({ state: none, lock: expect.stringContaining("terraform init") });
  expect(stateVersion(terraform("state", "pull"))).toEqual(none);
  terraform("apply", plan);
  const now = stateVersion(terraform("state", "pull"));
  expect(now).toEqual({ lineage: expect.stringMatching(/^[0-9a-f-]{36}$/), serial: 1 });
  terraform("plan", `-out=${plan}`);
  expect(planBase(plan).state).toEqual(now);
});

const files = temporaryFolder();

function baseOf(content: Uint8Array) {
  const file = join(files, "plan.bin");
  writeFileSync(file, content);
  return planBase(file);
}

test("what is no archive, or has no such members, tells nothing", () => {
  expect(baseOf(Buffer.from('{"remote_plan_format":1}'))).toEqual({});
  expect(baseOf(zip([{ name: "tfplan", content: Buffer.from("x") }]))).toEqual({});
  expect(baseOf(zip([{ name: "tfstate", content: Buffer.from("no JSON") }]))).toEqual({});
});

test("a member that is not where its entry says tells nothing, and the others stay", () => {
  const altered = zip([
    { name: "tfstate", content: Buffer.from('{"serial":4,"lineage":"a"}') },
    { name: ".terraform.lock.hcl", content: Buffer.from("# lock") },
  ]);
  // https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16
  const directory = altered.readUInt32LE(altered.length - 22 + 16);
  altered.writeUInt32LE(altered.length, directory + 42);
  expect(baseOf(altered)).toEqual({ lock: "# lock" });
});

test("an archive that is cut off or altered anywhere ends in an answer", () => {
  const whole = zip([
    { name: "tfstate", content: Buffer.from('{"serial":4,"lineage":"a"}') },
    { name: ".terraform.lock.hcl", content: Buffer.from("# lock") },
  ]);
  expect(baseOf(whole)).toEqual({ state: { serial: 4, lineage: "a" }, lock: "# lock" });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, octet, end) => {
      const altered = Buffer.from(whole);
      altered[at] = octet;
      expect(typeof baseOf(altered.subarray(0, end))).toBe("object");
    }),
    { numRuns: 500 },
  );
  expect(readFileSync(join(files, "plan.bin")).length).toBeLessThanOrEqual(whole.length);
});
