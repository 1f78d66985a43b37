import { lstatSync, mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The longest path of a socket: 104 bytes with the last zero on macOS, 108 on Linux (`sun_path`). */
const LONGEST = 103;

/** As long as the names that providers give to their sockets: go-plugin's are `plugin` and a number of 32 bits. */
const NAME = "m365-0123456789abcdef";

const PREFIX = "mail-hygiene-p-";

/** A folder that only this user may enter: who can open a provider's socket can use its credentials. */
export class SocketFolder {
  private constructor(readonly path: string) {}

  /**
   * @param base where it is made, unless sockets in it would have too long a path
   * @throws Error if it cannot be made
   */
  static create(base = tmpdir()): SocketFolder {
    const prefix = (folder: string) => join(folder, PREFIX);
    const fits = Buffer.byteLength(join(`${prefix(realpathSync(base))}XXXXXX`, NAME)) <= LONGEST;
    // mkdtemp(3) makes it for this user alone.
    return new SocketFolder(realpathSync(mkdtempSync(prefix(fits ? base : "/tmp"))));
  }

  /** The one of a run before; whoever named it, nothing else is taken away. */
  static removeLeft(path: string): void {
    if (new RegExp(`/${PREFIX}[A-Za-z0-9]{6}$`).test(path)) new SocketFolder(path).remove();
  }

  /** Why a socket is not one that is safe here. */
  faultOf(socket: string): string | undefined {
    try {
      const { uid, mode } = statSync(this.path);
      if ((mode & 0o077) !== 0 || uid !== process.getuid?.()) return "others may enter its folder";
      if (realpathSync(dirname(socket)) !== this.path) return "its socket is not in the folder it was given";
      return lstatSync(socket).isSocket() ? undefined : "what it serves on is no socket";
    } catch {
      return "its socket is not there";
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
