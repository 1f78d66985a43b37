import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { APP_CONTEXT } from "./app-context";
import { STACKS_FOLDER } from "./output-kinds";
import type { MakeStack } from "./stack-makers";
import { withoutStackTraces } from "./without-stack-traces";

/** The one file of a stack that is this tool's; others in its folder are Terraform's. */
const FILE = "cdk.tf.json";

/**
 * Writes one stack that is in no estate into an output folder, whole or not at all. Others there stay as they are.
 * @returns the stack's folder, absolute if `out` is
 */
export function writeStack(out: string, name: string, make: MakeStack): string {
  const folder = join(out, STACKS_FOLDER, name);
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(join(out, ".synth-"));
  try {
    withoutStackTraces(() => {
      const app = new App({ outdir: staging, stackTraces: false, context: APP_CONTEXT });
      make(app).synthesizer.synthesize({ outdir: staging, skipValidation: false, manifest: app.manifest });
    });
    renameSync(join(staging, STACKS_FOLDER, name, FILE), join(folder, FILE));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}
