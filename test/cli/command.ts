import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Console } from "../../cli/console";
import { run } from "../../cli/main";
import { temporaryFolder } from "../support/temp";

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `mail-hygiene` in a folder, in this process. */
export function mailHygiene(folder: string, ...args: readonly string[]): Promise<Ended> {
  return mailHygieneIn({ folder }, ...args);
}

/** The same with more of what a command is told about the world. */
export async function mailHygieneIn(
  world: Pick<Console, "folder" | "columns" | "terminal">,
  ...args: readonly string[]
): Promise<Ended> {
  let out = "";
  let err = "";
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...world,
  });
  return { code, out, err };
}

/** A temporary folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return folder;
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Every file below a folder by its path, with its text. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

/** Three domains, one of them with a subdomain. */
export const ESTATE = `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
domains:
  contoso.com:
    tenant: contoso
    profile: receive-only
    zone: { cloudflare: { zoneName: contoso.com } }
    subdomains: { old: { profile: parked } }
  contoso.net: { profile: parked, zone: { cloudflare: {} } }
  shop.contoso.com: { profile: send-only, spf: { ip4: [192.0.2.25] } }
`;
