import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Diagnostic, errorsInText } from "./diagnostics";
import { isAddressOf, lockedProviders, withEntries } from "./lock-file";
import { ensureProvider, linkProvider, M365_SOURCE, type M365Provider } from "./m365-provider";
import { type Outgrown, outgrownBy, ProviderInstaller } from "./provider-installer";
import { ProviderPackages } from "./provider-packages";
import type { RolloutStack } from "./stack";
import type { RunTerraform } from "./terraform-process";
import { type RequiredProvider, WorkingFolder } from "./working-folder";
import { writeAnew } from "./write-anew";

export interface InitializerOptions {
  readonly terraform: RunTerraform;
  /** Terraform's name and version. */
  readonly product: string;
  /** `TF_DATA_DIR`, relative. @default ".terraform" */
  readonly dataDir?: string | undefined;
  /** Choose the providers anew, as `terraform init -upgrade` does. */
  readonly upgrade: boolean;
  /** The user's `XDG_DATA_DIRS`. */
  readonly dataDirs?: string | undefined;
  /** Where the packages of all stacks are, and the one copy of provider m365; absolute. */
  readonly plugins: string;
  /** The provider that comes with this package; asked for only if a stack requires it. */
  readonly m365: () => M365Provider;
}

export type InitOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: number | undefined; readonly errors: readonly Diagnostic[] };

function outgrownError({ required: { source, version }, locked }: Outgrown): Diagnostic {
  return {
    summary: `${source} is locked at ${locked.version}, which ${version} does not allow; run with --upgrade, which chooses versions anew`,
  };
}

/** https://specifications.freedesktop.org/basedir-spec/latest/ */
const XDG_DEFAULT = "/usr/local/share:/usr/share";

/**
 * Runs `terraform init` in stacks that need it, any number at once: the packages of their providers are installed before,
 * aside, and an init only links them, from a plugin cache that no other has, and asks no registry.
 */
export class Initializer {
  private readonly packages: ProviderPackages;
  private readonly installer: ProviderInstaller;
  private m365File: string | undefined;

  constructor(private readonly options: InitializerOptions) {
    const { dataDir = ".terraform", plugins } = options;
    this.packages = new ProviderPackages(join(plugins, "packages"));
    this.installer = new ProviderInstaller({
      ...options,
      packages: this.packages,
      scratch: plugins,
      dataDir,
      provide: (folder, required) => this.provideM365(folder, required),
    });
  }

  /** The state of a stack's folder, with provider m365 within reach. */
  prepare(stack: RolloutStack): WorkingFolder {
    const { product, dataDir } = this.options;
    const folder = new WorkingFolder(stack.folder, product, dataDir);
    this.provideM365(stack.folder, folder.requiredProviders);
    if (!folder.hasModules) this.installer.learn(folder.requiredProviders, folder.lock);
    return folder;
  }

  needsInit(folder: WorkingFolder): boolean {
    return this.options.upgrade || !folder.isReady;
  }

  /** After a failure nobody knows what a folder is like: the next run initializes it anew. */
  forget(stack: RolloutStack): void {
    WorkingFolder.forget(stack.folder, this.options.dataDir);
  }

  /** @param log the file that takes what Terraform prints */
  async init(folder: WorkingFolder, log: string): Promise<InitOutcome> {
    // Modules may require more, which their init finds out.
    if (folder.hasModules) return this.run(folder, log, this.options.upgrade ? ["-upgrade"] : [], {});
    const outgrown = this.options.upgrade ? [] : outgrownBy(folder.requiredProviders, folder.lock);
    if (outgrown.length > 0) {
      const errors = outgrown.map(outgrownError);
      writeAnew(log, errors.map(({ summary }) => `${summary}\n`).join(""), 0o600);
      return { ok: false, code: undefined, errors };
    }
    const installation = await this.installer.install(folder.requiredProviders, folder.lock);
    if (!installation.ok) {
      writeAnew(log, installation.log, 0o600);
      return { ok: false, code: installation.code, errors: installation.errors };
    }
    if (installation.lock !== undefined) {
      // Providers that only the stack's state needs have their entries in its own file.
      const own = this.options.upgrade ? [] : lockedProviders(folder.lock ?? "");
      folder.lock = withEntries(installation.lock, own);
    }
    const shared = this.options.dataDirs || XDG_DEFAULT;
    return this.run(folder, log, [], { XDG_DATA_DIRS: `${folder.dataHome}${delimiter}${shared}` });
  }

  private async run(
    folder: WorkingFolder,
    log: string,
    more: readonly string[],
    variables: NodeJS.ProcessEnv,
  ): Promise<InitOutcome> {
    folder.removeBroken();
    folder.removePackages();
    this.packages.linkInto(folder.pluginCache, lockedProviders(folder.lock ?? ""));
    const args = ["init", "-input=false", "-no-color", ...more];
    const env = { ...variables, TF_PLUGIN_CACHE_DIR: folder.pluginCache };
    const code = await this.options.terraform({ args, folder: folder.path, log, env });
    if (code === 0) {
      folder.markReady();
      return { ok: true };
    }
    return { ok: false, code, errors: errorsInText(readFileSync(log, "utf8")) };
  }

  private provideM365(folder: string, required: readonly RequiredProvider[]): void {
    if (!required.some(({ source }) => isAddressOf(M365_SOURCE, source))) return;
    const provider = this.options.m365();
    this.m365File ??= ensureProvider(this.options.plugins, provider);
    linkProvider(folder, this.m365File, provider);
  }
}
