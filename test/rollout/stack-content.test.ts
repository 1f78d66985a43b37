import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changedContent, sha256, stackContent } from "../../rollout/stack-content";
import { temporaryFolder } from "../support/temp";

test("what Terraform is given for a stack is known by its checksums, and what is not there by none", () => {
  const folder = temporaryFolder();
  expect(stackContent(folder)).toEqual({ config: "", lock: "" });
  writeFileSync(join(folder, "cdk.tf.json"), "{}");
  const then = stackContent(folder);
  expect(then).toEqual({ config: sha256("{}"), lock: "" });
  expect(changedContent(then, stackContent(folder))).toEqual([]);
  writeFileSync(join(folder, ".terraform.lock.hcl"), "# of another");
  rmSync(join(folder, "cdk.tf.json"));
  expect(changedContent(then, stackContent(folder))).toEqual(["cdk.tf.json", ".terraform.lock.hcl"]);
});

test("a file that is there and cannot be read is an error, and is not taken for one that is not there", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, ".terraform.lock.hcl"));
  expect(() => stackContent(folder)).toThrow("EISDIR");
});
