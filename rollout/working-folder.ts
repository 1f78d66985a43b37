import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { isMapping } from "../lib/mapping";
import { STACK_FILE } from "./stack";
import { writeAnew } from "./write-anew";

/** The dependency lock file. */
export const LOCK_FILE = ".terraform.lock.hcl";

/** An entry of `required_providers`. */
export interface RequiredProvider {
  /** What the configuration calls it. */
  readonly name: string;
  readonly source: string;
  /** The version constraint. */
  readonly version?: string | undefined;
}

const Configuration = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    terraform: v.optional(
      v.looseObject({
        required_providers: v.optional(
          v.record(v.string(), v.looseObject({ source: v.string(), version: v.optional(v.string()) })),
          {},
        ),
      }),
      { required_providers: {} },
    ),
    module: v.optional(v.unknown()),
  }),
);

/** How packages come into a folder; one that was initialized otherwise is initialized again. */
const LAYOUT = "links to packages by checksum";

/** Says that the folder was initialized, and for what. */
const STAMP = "mail-hygiene.init";

/** What `terraform init` makes of a stack's folder, and whether that still fits the stack. */
export class WorkingFolder {
  private readonly lockFile: string;
  private readonly dataFolder: string;
  private readonly terraform: v.InferOutput<typeof Configuration>["terraform"];
  /** Has the stack modules? They may require providers of their own, or other versions. */
  readonly hasModules: boolean;

  /**
   * @param path the stack's folder
   * @param product Terraform's name and version: another one wants an init of its own
   * @param dataDir `TF_DATA_DIR`, relative
   * @throws Error if the stack's configuration cannot be read
   */
  constructor(
    readonly path: string,
    private readonly product: string,
    dataDir = ".terraform",
  ) {
    this.lockFile = join(path, LOCK_FILE);
    this.dataFolder = join(path, dataDir);
    const { terraform, module } = v.parse(Configuration, readFileSync(join(path, STACK_FILE), "utf8"));
    this.terraform = terraform;
    this.hasModules = module !== undefined;
  }

  /** The providers that the stack requires, by name. */
  get requiredProviders(): readonly RequiredProvider[] {
    return Object.entries(this.terraform.required_providers)
      .map(([name, { source, version }]) => ({ name, source, version }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * The plugin cache that `terraform init` has for this folder alone. With {@link dataHome} among the folders of
   * `XDG_DATA_DIRS` it is a mirror too: what is in it is looked for in no registry.
   * https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
   */
  get pluginCache(): string {
    return join(this.dataHome, "terraform", "plugins");
  }

  get dataHome(): string {
    return join(this.dataFolder, "mail-hygiene");
  }

  /** The dependency lock file: which provider packages were chosen. */
  get lock(): string | undefined {
    return existsSync(this.lockFile) ? readFileSync(this.lockFile, "utf8") : undefined;
  }

  set lock(text: string) {
    // At once: half of one stops every init.
    writeAnew(`${this.lockFile}.new`, text);
    renameSync(`${this.lockFile}.new`, this.lockFile);
  }

  /** Was it initialized by us, with what it needs today, and is all of it still there? */
  get isReady(): boolean {
    try {
      return (
        readFileSync(this.stampFile, "utf8") === this.stamp &&
        this.packagesExist() &&
        this.memories.every((file) => isWhole(file))
      );
    } catch {
      return false;
    }
  }

  markReady(): void {
    writeAnew(this.stampFile, this.stamp);
  }

  /** After a failure nobody knows what a stack's folder is like: the next run initializes it anew. */
  static forget(path: string, dataDir = ".terraform"): void {
    rmSync(join(path, dataDir, STAMP), { force: true });
  }

  /** Takes away what an earlier init installed: it would be kept, wherever its links lead. */
  removePackages(): void {
    for (const folder of [this.pluginCache, this.packages]) rmSync(folder, { recursive: true, force: true });
  }

  /**
   * Takes away what Terraform wrote in part, as on a full disk, and would fail on for ever: what it remembers of the
   * backend and of modules. An init makes it anew from the configuration.
   */
  removeBroken(): void {
    const folder = statSync(this.dataFolder, { throwIfNoEntry: false });
    if (folder && !folder.isDirectory()) rmSync(this.dataFolder);
    for (const file of this.memories) if (!isWhole(file)) rmSync(file, { recursive: true, force: true });
  }

  private get memories(): readonly string[] {
    return ["terraform.tfstate", join("modules", "modules.json")].map((file) => join(this.dataFolder, file));
  }

  private get packages(): string {
    return join(this.dataFolder, "providers");
  }

  private get stampFile(): string {
    return join(this.dataFolder, STAMP);
  }

  /** Over all that an init follows from: providers, backend, what was chosen, and who did it. */
  private get stamp(): string {
    return createHash("sha256")
      .update(JSON.stringify([LAYOUT, this.product, this.terraform, this.lock ?? ""]))
      .digest("hex");
  }

  /** The packages are links, and what they lead to may be gone. */
  private packagesExist(): boolean {
    const providers = this.packages;
    if (!existsSync(providers)) return true;
    // host/namespace/type/version/platform
    const packages = readdirSync(providers, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.split("/").length === 5,
    );
    return packages.every((path) =>
      statSync(join(providers, path), { throwIfNoEntry: false })?.isDirectory(),
    );
  }
}

/** Is there no such file, or one in JSON? */
function isWhole(file: string): boolean {
  try {
    return !existsSync(file) || isMapping(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return false;
  }
}
