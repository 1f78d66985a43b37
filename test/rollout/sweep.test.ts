import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { noteRunning } from "../../rollout/leftover-terraform";
import { sweep } from "../../rollout/sweep";
import { temporaryFolder } from "../support/temp";

test("what killed runs left to work in is taken away, but not under a Terraform that still works there", () => {
  const out = temporaryFolder();
  const made = [
    ".synth-Xy12Zw/stacks/contoso.com",
    "plugins/install-aB3dEf/.terraform",
    "plugins/install-busy00",
    "plugins/packages/.new-q1w2e3/linux_amd64",
    "plugins/packages/0f0f/linux_amd64",
    "stacks/install-me.example",
    "runs",
  ];
  for (const path of made) mkdirSync(join(out, path), { recursive: true });
  writeFileSync(join(out, "manifest.json"), "{}");
  const terraform = spawn("sleep", ["60"]);
  noteRunning(join(out, "plugins/install-busy00"), "init", terraform.pid ?? 0);
  sweep(out);
  terraform.kill();
  expect(readdirSync(out).sort()).toEqual(["manifest.json", "plugins", "runs", "stacks"]);
  expect(readdirSync(join(out, "plugins")).sort()).toEqual(["install-busy00", "packages"]);
  expect(readdirSync(join(out, "plugins/packages"))).toEqual(["0f0f"]);
  expect(readdirSync(join(out, "stacks"))).toEqual(["install-me.example"]);
});

test("there may be nothing to sweep", () => {
  expect(() => sweep(join(temporaryFolder(), "cdktf.out"))).not.toThrow();
});
