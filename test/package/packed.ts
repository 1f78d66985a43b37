import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const ROOT = join(__dirname, "../..");

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

export const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

interface PackedFile {
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
}

export interface Packed {
  readonly tarball: string;
  readonly files: readonly PackedFile[];
}

/** The tarball that `npm publish` would send, made in a folder, of dist/ as it is. */
export function pack(folder: string): Packed {
  const args = ["pack", "--ignore-scripts", "--json", "--loglevel=error", "--pack-destination", folder];
  const [packed]: readonly { readonly filename: string; readonly files: readonly PackedFile[] }[] =
    JSON.parse(execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", stdio: "pipe" }));
  if (!packed) throw new Error("npm pack made nothing");
  return { tarball: join(folder, packed.filename), files: packed.files };
}

/**
 * A project in a folder with the package installed from its tarball, as npm lays it out and without a network:
 * of this project's packages it sees those that the package depends on, its peers among them, and no other.
 */
export function installInto(folder: string, { tarball }: Packed): void {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", modules]);
  renameSync(join(modules, "package"), join(modules, "cdktf-mail-hygiene"));
  const peers = Object.keys(manifest.peerDependencies).filter(
    (name) => manifest.peerDependenciesMeta[name]?.optional !== true,
  );
  for (const name of [...Object.keys(manifest.dependencies), ...peers]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  const consumer = { private: true, dependencies: { "cdktf-mail-hygiene": manifest.version } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(consumer));
  // Makes the link of the command.
  execFileSync("npm", ["rebuild", "cdktf-mail-hygiene", "--ignore-scripts", "--loglevel=error"], {
    cwd: folder,
    stdio: "pipe",
  });
}
