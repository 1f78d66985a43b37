import { spawnSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { Misuse } from "../misuse";

export const DEFAULT_NAME = "default";

/** How a command names the sandbox; nothing for the default one. */
export function nameOption(name: string): string {
  return name === DEFAULT_NAME ? "" : ` --name ${name}`;
}

const Entry = v.object({
  /** The process that keeps the sandbox. */
  pid: v.number(),
  /** UTC, ISO 8601. */
  since: v.string(),
  /** What the sandbox started with: an estate's or a world's file, as it was given. */
  from: v.string(),
  /** Names of endpoints and where they are. */
  endpoints: v.record(v.string(), v.string()),
  /** Each provider with where it came from. */
  providers: v.array(v.string()),
});

/** A sandbox that was started by `sandbox up`. */
export type RegisteredSandbox = Readonly<v.InferOutput<typeof Entry>>;

const NAME = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** This user's sandboxes that stay: a folder each, in a folder that only the user may enter. */
export class SandboxRegister {
  private readonly folder: string;

  /** @throws Error if somebody else owns the folder, or may enter it */
  constructor(env: NodeJS.ProcessEnv) {
    const { uid, username } = userInfo();
    this.folder = env.XDG_STATE_HOME
      ? join(env.XDG_STATE_HOME, "mail-hygiene", "sandboxes")
      : join(realpathSync(tmpdir()), `mail-hygiene-${uid >= 0 ? uid : username}`);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const { uid: owner, mode } = lstatSync(this.folder);
    if ((uid >= 0 && owner !== uid) || (mode & 0o022) !== 0) {
      throw new Error(
        `${this.folder} belongs to somebody else, or others may write there; it is of no use for a sandbox`,
      );
    }
  }

  /**
   * Where a sandbox's folder is.
   * @throws Misuse for what is no name
   */
  homeOf(name: string): string {
    if (NAME.test(name)) return join(realpathSync(this.folder), name);
    throw new Misuse(`--name ${name}: expected lower-case letters, digits and inner hyphens`);
  }

  names(): readonly string[] {
    return readdirSync(this.folder)
      .filter((name) => NAME.test(name))
      .sort();
  }

  /** A sandbox that runs. */
  find(name: string): RegisteredSandbox | undefined {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Entry), readText(this.fileOf(name)));
    return parsed.success && this.isKeptBy(name, parsed.output.pid) ? parsed.output : undefined;
  }

  write(name: string, entry: RegisteredSandbox): void {
    const file = this.fileOf(name);
    writeFileSync(`${file}.new`, JSON.stringify(entry, undefined, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  /** The id may have gone to another process since. */
  private isKeptBy(name: string, pid: number): boolean {
    const { stdout, error } = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
    return isAlive(pid) && (error !== undefined || stdout.includes(this.homeOf(name)));
  }

  private fileOf(name: string): string {
    return join(this.homeOf(name), "sandbox.json");
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
