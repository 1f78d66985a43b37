import { homedir } from "node:os";
import { join } from "node:path";
import { Misuse } from "../../misuse";
import { findExecutable } from "../executable";
import type { ProviderPreference } from "../options";
import { askTerraform } from "./ask-terraform";
import { findPackage } from "./find-package";
import { providerPlaces } from "./places";
import { describe, type WantedProvider } from "./wanted";

/** Which provider a sandbox uses: a real one's package, or our stand-in, and in which version. */
export interface ProviderChoice extends WantedProvider {
  readonly package?: string;
}

export interface ProviderSearch {
  readonly env: NodeJS.ProcessEnv;
  /** The working folder. */
  readonly folder: string;
  /** Says what is going on. */
  tell(text: string): void;
}

/** For an answer that may need a download, in milliseconds. With `auto` a sandbox should not be long in coming. */
const PATIENCE: Readonly<Record<"auto" | "real", number>> = { auto: 20_000, real: 300_000 };

/**
 * Chooses the providers: real ones from caches and mirrors on disk, else through Terraform's own installation.
 * @throws Misuse if only real ones will do and one cannot be had
 */
export async function chooseProviders(
  wanted: readonly WantedProvider[],
  preference: ProviderPreference,
  { env, folder, tell }: ProviderSearch,
): Promise<readonly ProviderChoice[]> {
  if (preference === "stand-in") return wanted;
  const kept = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "mail-hygiene", "providers");
  const places = [kept, ...providerPlaces(env, folder)];
  const terraform = findExecutable(env.TERRAFORM_BINARY_NAME || "terraform", env.PATH, folder);
  const choices: ProviderChoice[] = [];
  for (const provider of wanted) {
    let found = findPackage(provider, places);
    if (found === undefined && terraform !== undefined) {
      tell(`asking ${terraform} for ${allowed(provider)} (--providers stand-in asks nobody)\n`);
      found = await askTerraform({ provider, terraform, env, keepIn: kept, patience: PATIENCE[preference] });
    }
    choices.push(
      found === undefined ? provider : { ...provider, version: found.version, package: found.path },
    );
  }
  const missing = choices.filter((choice) => choice.package === undefined);
  if (preference === "real" && missing.length > 0) {
    throw new Misuse(
      `${missing.map(allowed).join(" and ")} cannot be had: neither a cache nor a mirror has it, and terraform init found none; --providers auto takes a stand-in`,
    );
  }
  return choices;
}

/** `cloudflare/cloudflare >= 5.14.0, < 6.0.0` */
function allowed({ namespace, type, constraint }: WantedProvider): string {
  return `${namespace}/${type} ${constraint}`;
}

/** What must be said of the providers wherever results are shown; empty if all are real. */
export function standInNotice(choices: readonly ProviderChoice[]): string {
  const standIns = choices.filter((choice) => choice.package === undefined);
  if (standIns.length === 0) return "";
  const names = standIns.map(describe).join(" and ");
  return `Stand-ins take the place of ${names}: they have the real ones' schemas for what mail stacks use, and know no cloud but this sandbox.`;
}
