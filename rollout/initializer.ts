import { readFileSync } from "node:fs";
import { type Diagnostic, errorsInText } from "./diagnostics";
import { ensureProvider, linkProvider, M365_SOURCE, type M365Provider } from "./m365-provider";
import type { RolloutStack } from "./stack";
import type { RunTerraform } from "./terraform-process";
import { WorkingFolder } from "./working-folder";

export interface InitializerOptions {
  readonly terraform: RunTerraform;
  /** Terraform's name and version. */
  readonly product: string;
  /** `TF_DATA_DIR`, relative. @default ".terraform" */
  readonly dataDir?: string | undefined;
  /** Choose the providers anew, as `terraform init -upgrade` does. */
  readonly upgrade: boolean;
  /** Where stacks that require provider m365 find the one copy of it. */
  readonly plugins: string;
  /** The provider that comes with this package; asked for only if a stack requires it. */
  readonly m365: () => M365Provider;
}

export type InitOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: number | undefined; readonly errors: readonly Diagnostic[] };

/**
 * Runs `terraform init` in stacks that need it.
 *
 * Terraform's plugin cache is not safe for several inits that fill it at once
 * (https://github.com/hashicorp/terraform/issues/31964). So the first stack with a set of providers goes alone; then the
 * cache has them, and the others go in parallel and only read. They start from the lock file that the first one
 * got: with the checksums in it they take the packages from the cache without asking the registry.
 */
export class Initializer {
  private readonly leaders = new Map<string, Promise<Led>>();
  private alone: Promise<unknown> = Promise.resolve();
  private installed: string | undefined;

  constructor(private readonly options: InitializerOptions) {}

  /** The state of a stack's folder, with provider m365 within reach. */
  prepare(stack: RolloutStack): WorkingFolder {
    const { product, dataDir, plugins } = this.options;
    const folder = new WorkingFolder(stack.folder, product, dataDir);
    if (folder.requires(M365_SOURCE)) {
      const provider = this.options.m365();
      this.installed ??= ensureProvider(plugins, provider);
      linkProvider(stack.folder, this.installed, provider);
    }
    return folder;
  }

  needsInit(folder: WorkingFolder): boolean {
    return this.options.upgrade || !folder.isReady;
  }

  /** @param log the file that takes what Terraform prints */
  async init(folder: WorkingFolder, log: string): Promise<InitOutcome> {
    const key = JSON.stringify([folder.providers, this.options.upgrade ? undefined : folder.lock]);
    for (;;) {
      const leader = this.leaders.get(key);
      if (!leader) return this.lead(key, folder, log);
      const led = await leader;
      if (led.kind === "ready") {
        if (led.lock !== undefined) folder.lock = led.lock;
        return this.run(folder, log, []);
      }
      // What is wrong with the providers is wrong for all who want them; anything else was the leader's own trouble.
      if (led.kind === "no-providers") return led.outcome;
    }
  }

  private async lead(key: string, folder: WorkingFolder, log: string): Promise<InitOutcome> {
    const outcome = this.alone.then(() => this.run(folder, log, this.options.upgrade ? ["-upgrade"] : []));
    this.alone = outcome.catch(() => undefined);
    const led = outcome.then(
      (ended): Led => {
        if (ended.ok) return { kind: "ready", lock: folder.lock };
        if (ended.errors.some(({ summary }) => /provider/i.test(summary)))
          return { kind: "no-providers", outcome: ended };
        this.leaders.delete(key);
        return { kind: "own-trouble" };
      },
      (): Led => {
        this.leaders.delete(key);
        return { kind: "own-trouble" };
      },
    );
    this.leaders.set(key, led);
    return outcome;
  }

  private async run(folder: WorkingFolder, log: string, options: readonly string[]): Promise<InitOutcome> {
    const args = ["init", "-input=false", "-no-color", ...options];
    const code = await this.options.terraform({ args, folder: folder.path, log });
    if (code === 0) {
      folder.markReady();
      return { ok: true };
    }
    return { ok: false, code, errors: errorsInText(readFileSync(log, "utf8")) };
  }
}

/** What the first init with a set of providers means for the others. */
type Led =
  | { readonly kind: "ready"; readonly lock: string | undefined }
  | { readonly kind: "no-providers"; readonly outcome: InitOutcome }
  | { readonly kind: "own-trouble" };
