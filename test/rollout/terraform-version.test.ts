import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serves, terraformVersion, versionNeed } from "../../rollout/terraform-version";
import { temporaryFolder } from "../support/temp";

test.each([
  [{ terraform: { backend: { local: { path: "x" } } } }, "1.5"],
  [{ removed: [{ from: "azuread_group.Sspr" }] }, "1.7"],
  [{ terraform: { backend: { s3: { bucket: "state", use_lockfile: true } } }, removed: [] }, "1.10"],
  [{ terraform: { backend: { s3: { bucket: "state", use_lockfile: false } } } }, "1.5"],
])("%j needs %s", (configuration, version) => {
  expect(versionNeed(JSON.stringify(configuration)).version).toBe(version);
});

test.each([
  ["1.10.0-beta1", "1.10", true],
  ["1.9.8", "1.10", false],
  ["1.11.4", "1.5", true],
  ["2.0.0", "1.10", true],
  ["0.15.5", "1.5", false],
])("%s serves a need of %s: %s", (version, need, expected) => {
  expect(serves({ product: "terraform", version }, { version: need, reason: "" })).toBe(expected);
});

test("OpenTofu is told from Terraform, though both call their version terraform_version", async () => {
  const tofu = join(temporaryFolder(), "tofu");
  const script = `#!/bin/sh\nif [ "$2" = -json ]; then echo '{"terraform_version":"1.9.1"}'; else echo 'OpenTofu v1.9.1'; fi\n`;
  writeFileSync(tofu, script);
  chmodSync(tofu, 0o755);
  expect(await terraformVersion(tofu, process.env)).toEqual({ product: "opentofu", version: "1.9.1" });
});
