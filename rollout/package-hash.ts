import { createHash } from "node:crypto";
import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/**
 * The checksum that a dependency lock file has of an unpacked provider package, scheme `h1:`: SHA-256 over a line for each
 * file, of its own SHA-256 and its path. The same as Go's modules have (https://pkg.go.dev/golang.org/x/mod/sumdb/dirhash).
 */
export async function packageHash(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const file of filesIn(folder)) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(join(folder, file)), hash);
    lines.push(`${hash.digest("hex")}  ${file}\n`);
  }
  return `h1:${createHash("sha256").update(lines.join("")).digest("base64")}`;
}

/** The files of a package, also behind links, by their paths with `/`, in the order of their bytes. */
export function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll("\\", "/"))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
