import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serves, terraformVersion, versionNeed } from "../../rollout/terraform-version";
import { temporaryFolder } from "../support/temp";

test.each([
  [{}, "1.5", "import blocks"],
  [{ terraform: {} }, "1.5", "import blocks"],
  [{ terraform: { backend: { local: { path: "x" } } } }, "1.5", "import blocks"],
  [{ removed: [{ from: "azuread_group.Sspr" }] }, "1.7", "removed blocks"],
  [
    { terraform: { backend: { s3: { bucket: "state", use_lockfile: true } } }, removed: [] },
    "1.10",
    "the S3 backend's own locking",
  ],
  [{ terraform: { backend: { s3: { bucket: "state", use_lockfile: false } } } }, "1.5", "import blocks"],
  [{ terraform: { backend: { s3: { bucket: "state", use_lockfile: "true" } } } }, "1.5", "import blocks"],
])("%j needs %s for %s", (configuration, version, reason) => {
  expect(versionNeed(JSON.stringify(configuration))).toEqual({ version, reason });
});

test("a configuration that is no JSON is an error", () => {
  expect(() => versionNeed("{")).toThrow("Invalid JSON");
});

test.each([
  ["1.10.0-beta1", "1.10", true],
  ["1.9.8", "1.10", false],
  ["1.11.4", "1.5", true],
  ["2.0.0", "1.10", true],
  ["0.15.5", "1.5", false],
  ["1.10.2", "1.10", true],
  ["2", "1.10", true],
  ["1", "1.1", false],
  ["not a version", "0.1", false],
  ["1.5.0", "1", true],
])("%s serves a need of %s: %s", (version, need, expected) => {
  expect(serves({ product: "terraform", version }, { version: need, reason: "" })).toBe(expected);
});

/** A program that answers `version` and `version -json`, and shows a variable of its environment. */
function binary(text: string, json: string): string {
  const file = join(temporaryFolder(), "tofu");
  writeFileSync(
    file,
    `#!/bin/sh\n[ "$1" = version ] && [ "$WHO" = ada ] || exit 9\nif [ "$2" = -json ]; then echo '${json}'; else echo '${text}'; fi\n`,
  );
  chmodSync(file, 0o755);
  return file;
}
const ENV = { ...process.env, WHO: "ada" };

test("OpenTofu is told from Terraform, though both call their version terraform_version", async () => {
  const json = '{"terraform_version":"1.9.1"}';
  expect(await terraformVersion(binary("OpenTofu v1.9.1", json), ENV)).toEqual({
    product: "opentofu",
    version: "1.9.1",
  });
  expect(await terraformVersion(binary("Terraform v1.9.1, not OpenTofu", json), ENV)).toEqual({
    product: "terraform",
    version: "1.9.1",
  });
});

test("a program that fails, or answers no version, is an error", async () => {
  await expect(terraformVersion(binary("", "{}"), { ...process.env })).rejects.toThrow("Command failed");
  await expect(terraformVersion(binary("x", "{}"), ENV)).rejects.toThrow('"terraform_version"');
  await expect(terraformVersion(binary("x", "no JSON"), ENV)).rejects.toThrow("Invalid JSON");
});
