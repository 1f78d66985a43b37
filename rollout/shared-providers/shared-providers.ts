import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { noteShared } from "./leftover-providers";
import { isLocked } from "./provider-package";
import { ProviderProcess } from "./provider-process";
import { namesFile, type StackProvider, stackProviders } from "./stack-providers";

export interface SharedProvidersOptions {
  /** The environment of all runs of Terraform. */
  readonly env: NodeJS.ProcessEnv;
  /** `TF_DATA_DIR`, relative. @default ".terraform" */
  readonly dataDir?: string | undefined;
  /** Where notes of what runs are kept for the next run. */
  readonly notes: string;
  /** Takes a line for people. */
  readonly tell: (text: string) => void;
  /** How long a provider may take until it serves, in milliseconds. @default 30,000 */
  readonly patience?: number;
}

/** What a Terraform is given so that it uses providers that run already. */
export interface Reattachment {
  /** `TF_REATTACH_PROVIDERS` */
  readonly variable: string;
  /** What Terraform holds open as long as it runs. */
  readonly lifelines: readonly Writable[];
  /** Has one of the providers ended? */
  readonly isBroken: () => boolean;
  /** From now on Terraform starts these providers by itself. */
  readonly giveUp: (reason: string) => void;
}

const PATIENCE = 30_000;

interface Running {
  readonly process: ProviderProcess;
  /** Takes back the note of it. */
  readonly forget: () => void;
}

/** A provider that was started, or is not to be had. */
interface Entry {
  readonly provider: StackProvider;
  readonly started: Promise<Running | undefined>;
  isGivenUp: boolean;
}

/**
 * Provider processes that the stacks of a run share: one for each package, configuration and environment. A provider's
 * configuration is global in its process, so that stacks that differ in it never meet in one.
 */
export class SharedProviders {
  private readonly entries = new Map<string, Entry>();
  private readonly told = new Set<string>();
  private readonly relativeTexts: readonly string[];
  private readonly closing = new AbortController();

  constructor(private readonly options: SharedProvidersOptions) {
    this.relativeTexts = Object.entries(options.env)
      .filter(([name]) => !name.startsWith("TF_"))
      .flatMap(([, text]) => text ?? []);
  }

  /**
   * Providers for a Terraform that runs in a stack's folder, started where nobody did yet.
   * @param own variables of that run, in which it differs from others
   * @returns `undefined` if Terraform is to start all of them by itself
   */
  async for(folder: string, own: NodeJS.ProcessEnv = {}): Promise<Reattachment | undefined> {
    const { env: common, dataDir = ".terraform" } = this.options;
    const env = { ...common, ...own };
    const { shareable, own: others } = stackProviders(folder, join(folder, dataDir));
    for (const { source, reason } of others) this.tell(source, reason);
    if (shareable.length === 0 || this.closing.signal.aborted) return undefined;
    const files = readdirSync(folder);
    if (this.relativeTexts.some((text) => namesFile(text, files))) {
      for (const { locked } of shareable)
        this.tell(locked.address, "the environment names a file of the stack's folder");
      return undefined;
    }
    const running = await Promise.all(
      shareable.map(async (provider) => {
        const entry = this.entryOf(provider, env);
        const process = (await entry.started)?.process;
        if (!process || entry.isGivenUp || this.closing.signal.aborted) return [];
        if (!process.isAlive) this.giveUp(entry, "its process ended");
        return process.isAlive ? [{ entry, process }] : [];
      }),
    ).then((lists) => lists.flat());
    if (running.length === 0) return undefined;
    return {
      variable: JSON.stringify(
        Object.fromEntries(
          running.map(({ entry, process }) => [entry.provider.locked.address, toldOf(process)]),
        ),
      ),
      lifelines: running.map(({ process }) => process.lifeline),
      isBroken: () => running.some(({ process }) => !process.isAlive),
      giveUp: (reason) => {
        const dead = running.filter(({ process }) => !process.isAlive);
        for (const { entry } of dead.length > 0 ? dead : running) this.giveUp(entry, reason);
      },
    };
  }

  /** Ends all of them, at once, whatever they do. */
  async close(): Promise<void> {
    this.closing.abort();
    const all = await Promise.all([...this.entries.values()].map(({ started }) => started));
    for (const one of all) {
      one?.process.close();
      one?.forget();
    }
  }

  private entryOf(provider: StackProvider, env: NodeJS.ProcessEnv): Entry {
    const key = keyOf(provider, env);
    const entry = this.entries.get(key) ?? { provider, started: this.start(provider, env), isGivenUp: false };
    this.entries.set(key, entry);
    return entry;
  }

  private async start(provider: StackProvider, env: NodeJS.ProcessEnv): Promise<Running | undefined> {
    const { locked, package: found } = provider;
    const { patience = PATIENCE, notes } = this.options;
    const { signal } = this.closing;
    try {
      // Terraform, which asks the same of what it starts, then says it in its own words.
      if (!(await isLocked(found, locked))) throw new Error("its package has none of the locked checksums");
      const process = await ProviderProcess.start({ executable: found.executable, env, patience, signal });
      return { process, forget: noteShared(notes, process.trace) };
    } catch (error) {
      if (signal.aborted) return undefined;
      this.tell(locked.address, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private giveUp(entry: Entry, reason: string): void {
    if (entry.isGivenUp) return;
    entry.isGivenUp = true;
    this.tell(entry.provider.locked.address, reason);
  }

  /** Once for each provider and reason. */
  private tell(source: string, reason: string): void {
    const name = source.split("/").slice(-2).join("/");
    const text = `${name} is not shared by the stacks, Terraform starts it for each step: ${reason}`;
    if (this.told.has(text)) return;
    this.told.add(text);
    this.options.tell(text);
  }
}

/** Everything in which two processes of a provider can differ. */
function keyOf({ locked, package: found, configuration }: StackProvider, env: NodeJS.ProcessEnv): string {
  const variables = Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([locked, found, configuration, variables]))
    .digest("hex");
}

/** https://developer.hashicorp.com/terraform/plugin/debugging#starting-a-provider-in-debug-mode */
function toldOf({ handshake, pid }: ProviderProcess): object {
  return {
    Protocol: "grpc",
    ProtocolVersion: handshake.protocol,
    Pid: pid,
    // Else Terraform would end it when it is done.
    Test: true,
    Addr: { Network: "unix", String: handshake.socket },
  };
}
