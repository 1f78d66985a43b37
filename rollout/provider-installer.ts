import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { meets } from "../lib/provider-versions";
import { type Diagnostic, errorsInText } from "./diagnostics";
import { diskReason } from "./disk-fault";
import { isAddressOf, type LockedProvider, lockedProviders, withEntries } from "./lock-file";
import type { ProviderPackages } from "./provider-packages";
import { STACK_FILE } from "./stack";
import type { RunTerraform } from "./terraform-process";
import { LOCK_FILE, type RequiredProvider } from "./working-folder";

export interface ProviderInstallerOptions {
  readonly terraform: RunTerraform;
  readonly packages: ProviderPackages;
  /** An absolute path in which folders can be made to install in. */
  readonly scratch: string;
  /** `TF_DATA_DIR`, relative. */
  readonly dataDir: string;
  /** Choose the providers anew, as `terraform init -upgrade` does. */
  readonly upgrade: boolean;
  /** Makes providers findable that no registry has, for Terraform in a folder. */
  provide(folder: string, required: readonly RequiredProvider[]): void;
}

export type Installation =
  /** `lock`: the lock file to go with the packages; `undefined` if nothing is required. */
  | { readonly ok: true; readonly lock: string | undefined }
  | {
      readonly ok: false;
      readonly code: number | undefined;
      readonly errors: readonly Diagnostic[];
      /** What Terraform printed. */
      readonly log: string;
    };

/**
 * Gets the packages of each set of required providers once, by `terraform init` in a folder of its own, one set at a
 * time. An init starts from all checksums known so far: with them Terraform takes what is here instead of downloading
 * it again.
 */
export class ProviderInstaller {
  private readonly installations = new Map<string, Promise<Installation>>();
  private last: Promise<unknown> = Promise.resolve();
  /** By `source` and `version` as configurations have them: what was chosen for that. */
  private readonly known = new Map<string, LockedProvider>();

  constructor(private readonly options: ProviderInstallerOptions) {}

  /** Takes note of a stack's lock file from an earlier run: others with the same requirements get the same. */
  learn(required: readonly RequiredProvider[], lock: string | undefined): void {
    if (this.options.upgrade) return;
    const outgrown = new Set(outgrownBy(required, lock).map(({ locked }) => locked.address));
    for (const [key, locked] of entriesOf(required, lock))
      if (!this.known.has(key) && !outgrown.has(locked.address)) this.known.set(key, locked);
  }

  /**
   * Packages for what a stack requires.
   * @param lock the stack's lock file: its choices stand
   */
  install(required: readonly RequiredProvider[], lock: string | undefined): Promise<Installation> {
    const given = this.options.upgrade ? undefined : lock;
    const key = JSON.stringify([required, given]);
    const installation =
      this.installations.get(key) ?? this.inTurn(() => this.installMissing(required, given));
    this.installations.set(key, installation);
    return installation;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  private async installMissing(
    required: readonly RequiredProvider[],
    given: string | undefined,
  ): Promise<Installation> {
    const { packages } = this.options;
    const known = required.flatMap((one) => this.known.get(keyOf(one)) ?? []);
    const lock = given === undefined && known.length === 0 ? undefined : withEntries(given ?? "", known);
    const there = entriesOf(required, lock);
    const whole = await Promise.all(there.map(([, locked]) => packages.has(locked)));
    if (there.length === required.length && whole.every(Boolean)) return { ok: true, lock };

    const installation = await this.run(required, lock);
    if (installation.ok)
      for (const [key, locked] of entriesOf(required, installation.lock)) this.known.set(key, locked);
    return installation;
  }

  private async run(required: readonly RequiredProvider[], lock: string | undefined): Promise<Installation> {
    const { terraform, packages, scratch, dataDir, upgrade, provide } = this.options;
    mkdirSync(scratch, { recursive: true });
    const folder = mkdtempSync(join(scratch, "install-"));
    try {
      writeFileSync(join(folder, STACK_FILE), JSON.stringify(configurationOf(required)));
      if (lock !== undefined) writeFileSync(join(folder, LOCK_FILE), lock);
      provide(folder, required);
      const cache = join(folder, "plugin-cache");
      packages.linkInto(cache, lockedProviders(lock ?? ""));
      const log = join(folder, "init.log");
      const args = ["init", "-input=false", "-no-color", "-backend=false", ...(upgrade ? ["-upgrade"] : [])];
      const env = { TF_PLUGIN_CACHE_DIR: cache };
      const code = await terraform({ args, folder, log, env });
      const printed = readFileSync(log, "utf8");
      if (code !== 0) return { ok: false, code, errors: errorsInText(printed), log: printed };
      // None is written where Terraform installs nothing, as for providers that a developer runs.
      if (!existsSync(join(folder, LOCK_FILE))) return { ok: true, lock };
      const chosen = readFileSync(join(folder, LOCK_FILE), "utf8");
      return await this.keep(join(folder, dataDir, "providers"), chosen, printed);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private async keep(installed: string, lock: string, log: string): Promise<Installation> {
    try {
      for (const locked of lockedProviders(lock)) {
        const versions = join(installed, locked.address, locked.version);
        for (const platform of readdirSync(versions))
          await this.options.packages.add(join(versions, platform), locked);
      }
      return { ok: true, lock };
    } catch (error) {
      const summary = diskReason(error);
      return { ok: false, code: 0, errors: [{ summary }], log: `${log}\n${summary}\n` };
    }
  }
}

/** The entries of a lock file for what is required, each with what it was chosen for. */
function entriesOf(
  required: readonly RequiredProvider[],
  lock: string | undefined,
): readonly (readonly [key: string, locked: LockedProvider])[] {
  const entries = lockedProviders(lock ?? "");
  return required.flatMap((one) => {
    const locked = entries.find(({ address }) => isAddressOf(one.source, address));
    return locked ? [[keyOf(one), locked] as const] : [];
  });
}

function keyOf({ source, version }: RequiredProvider): string {
  return JSON.stringify([source, version]);
}

/** A provider that a lock file has in a version which the configuration no longer allows. */
export interface Outgrown {
  readonly required: RequiredProvider;
  readonly locked: LockedProvider;
}

/** What in a lock file is in the way of a configuration; Terraform chooses another version only when it is told to. */
export function outgrownBy(
  required: readonly RequiredProvider[],
  lock: string | undefined,
): readonly Outgrown[] {
  const entries = lockedProviders(lock ?? "");
  return required.flatMap((one) => {
    const locked = entries.find(({ address }) => isAddressOf(one.source, address));
    // Of constraints that are not read here Terraform judges.
    const isOutgrown = locked && one.version !== undefined && meets(locked.version, one.version) === false;
    return isOutgrown ? [{ required: one, locked }] : [];
  });
}

/** A configuration of nothing but providers. */
function configurationOf(required: readonly RequiredProvider[]): object {
  const providers = required.map(({ name, source, version }) => [name, { source, version }]);
  return { terraform: { required_providers: Object.fromEntries(providers) } };
}
