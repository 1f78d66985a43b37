import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { STACK_FILE } from "./stack";

const Configuration = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    terraform: v.optional(
      v.looseObject({
        required_providers: v.optional(v.record(v.string(), v.object({ source: v.string() })), {}),
      }),
      { required_providers: {} },
    ),
  }),
);

/** What `terraform init` makes of a stack's folder, and whether that still fits the stack. */
export class WorkingFolder {
  private readonly lockFile: string;
  private readonly dataFolder: string;
  private readonly terraform: v.InferOutput<typeof Configuration>["terraform"];

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
    this.lockFile = join(path, ".terraform.lock.hcl");
    this.dataFolder = join(path, dataDir);
    this.terraform = v.parse(Configuration, readFileSync(join(path, STACK_FILE), "utf8")).terraform;
  }

  /** The providers that the stack requires, in a form that is the same for the same ones. */
  get providers(): string {
    return JSON.stringify(
      Object.entries(this.terraform.required_providers).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  /** @param source without a host, e.g. `hashicorp/azuread` */
  requires(source: string): boolean {
    const addresses = Object.values(this.terraform.required_providers).map((provider) => provider.source);
    return addresses.some((address) => address === source || address.endsWith(`/${source}`));
  }

  /** The dependency lock file: which provider packages were chosen. */
  get lock(): string | undefined {
    return existsSync(this.lockFile) ? readFileSync(this.lockFile, "utf8") : undefined;
  }

  set lock(text: string) {
    writeFileSync(this.lockFile, text);
  }

  /** Was it initialized by us, with what it needs today, and is all of it still there? */
  get isReady(): boolean {
    try {
      return readFileSync(this.stampFile, "utf8") === this.stamp && this.packagesExist();
    } catch {
      return false;
    }
  }

  markReady(): void {
    writeFileSync(this.stampFile, this.stamp);
  }

  /** After a failure nobody knows: the next run initializes anew. */
  forget(): void {
    rmSync(this.stampFile, { force: true });
  }

  private get stampFile(): string {
    return join(this.dataFolder, "mail-hygiene.init");
  }

  /** Over all that an init follows from: providers, backend, what was chosen, and who did it. */
  private get stamp(): string {
    return createHash("sha256")
      .update(JSON.stringify([this.product, this.terraform, this.lock ?? ""]))
      .digest("hex");
  }

  /** With a plugin cache the packages are links, and the cache may have been emptied. */
  private packagesExist(): boolean {
    const providers = join(this.dataFolder, "providers");
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
