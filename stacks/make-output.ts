import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMapping } from "../lib/mapping";
import type { Artifacts } from "./aws/assembly";
import { deferArchiver } from "./defer-archiver";
import { CACHE_FILE } from "./output-cache";
import { ASSEMBLY_FOLDER, manifestFile, STACKS_FOLDER, stackFiles } from "./output-kinds";
import type { DomainSource, StackSettings, StackSources } from "./stack-sources";

/** What is to be made, and for which tool. */
export interface OutputOrder {
  readonly out: string;
  /** Absent: nothing of Terraform's is made. */
  readonly terraform?: StackSources & { readonly kept: ReadonlyMap<string, unknown> };
  /** Absent: nothing of the AWS CDK's is made. */
  readonly aws?: {
    readonly domains: readonly DomainSource[];
    readonly kept: ReadonlyMap<string, unknown>;
  };
  readonly settings: StackSettings;
  /** By stack, the one that creates its zone and is deployed before it. */
  readonly creators: ReadonlyMap<string, string>;
}

/**
 * Makes stacks and manifests in a staging folder and moves them into place when all are there. Each framework is loaded
 * only where it has something to make.
 */
export async function makeOutput({ out, terraform, aws, settings, creators }: OutputOrder): Promise<void> {
  mkdirSync(out, { recursive: true });
  // On the same file system as the output, so that moving is renaming.
  const staging = mkdtempSync(join(out, ".synth-"));
  try {
    if (terraform) {
      deferArchiver();
      const { synthesizeStacks } = await import("./synthesize-stacks.js");
      const kept = Object.fromEntries(terraform.kept);
      await synthesizeStacks({ outdir: staging, sources: terraform, settings, kept, creators });
    }
    if (aws) {
      const { synthesizeAssembly } = await import("./aws/synthesize-assembly.js");
      const outdir = join(staging, ASSEMBLY_FOLDER);
      synthesizeAssembly({ outdir, domains: aws.domains, kept: artifactsOf(aws.kept), creators });
    }
    // The cache must never speak of outputs that are being replaced.
    rmSync(join(out, CACHE_FILE), { force: true });
    const move = (file: string) => moveInto(join(out, file), join(staging, file));
    if (terraform) {
      if (terraform.domains.length + terraform.tenants.length + terraform.exchanges.length > 0)
        move(STACKS_FOLDER);
      move(manifestFile("terraform"));
    }
    if (aws) {
      for (const { estate } of aws.domains) for (const file of stackFiles("aws", estate.name)) move(file);
      move(manifestFile("aws"));
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * Moves a file, or a folder into the one that may be there. A folder that is not there yet is moved as a whole: making
 * and removing a thousand folders takes some file systems longer than the rest of a synth.
 */
function moveInto(to: string, from: string): void {
  if (existsSync(to) && statSync(from).isDirectory()) {
    for (const name of readdirSync(from)) moveInto(join(to, name), join(from, name));
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function artifactsOf(kept: ReadonlyMap<string, unknown>): ReadonlyMap<string, Artifacts> {
  return new Map([...kept].flatMap(([name, entry]) => (isMapping(entry) ? [[name, entry] as const] : [])));
}
