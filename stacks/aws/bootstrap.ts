import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST_FILE } from "../output-cache";
import { tidyManifest } from "./assembly";
import { newApp } from "./new-app";
import type { StateBootstrap } from "./state-options";
import { TerraformStateStack } from "./terraform-state-stack";

/** What the stack is called, here and in CloudFormation. */
export const STATE_STACK = "mail-hygiene-state";

/**
 * Writes the stack of the state bucket and its roles into a folder, as a cloud assembly. It is deployed with the
 * credentials at hand and needs no `cdk bootstrap`: it may well be the first thing in its account.
 */
export function synthesizeBootstrap(out: string, options: StateBootstrap): void {
  mkdirSync(out, { recursive: true });
  const staging = mkdtempSync(join(out, ".synth-"));
  try {
    const app = newApp(staging);
    new TerraformStateStack(app, STATE_STACK, options);
    app.synth();
    tidyManifest(staging, new Map());
    for (const file of [`${STATE_STACK}.template.json`, MANIFEST_FILE])
      renameSync(join(staging, file), join(out, file));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
