import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CredentialKind, credentialVariables, isOfPrefix, missingCredentials } from "../lib/credentials";
import { isMapping, type Mapping } from "../lib/mapping";
import type { CredentialsOptions } from "../lib/options";
import { type RolloutStack, STACK_FILE } from "./stack";
import type { RunTerraform } from "./terraform-process";

/** Providers of others, which know of variables without a prefix only. */
const KINDS: Readonly<Record<string, CredentialKind>> = {
  cloudflare: "CLOUDFLARE",
  azuread: "ARM",
  azurerm: "ARM",
};

/** Which credentials of the environment a provider of a stack is to have. */
interface ProviderCredentials extends CredentialsOptions {
  readonly kind: CredentialKind;
  /** Does the provider know of prefixes itself? Then several of them can be in one stack. */
  readonly isRead: boolean;
}

/** What a stack's configuration says of credentials; nothing of one that Terraform will have to say something about. */
function credentialsOf(folder: string): readonly ProviderCredentials[] {
  const configuration = configurationIn(folder);
  const providers =
    isMapping(configuration) && isMapping(configuration.provider) ? configuration.provider : {};
  return Object.entries(providers).flatMap(([provider, blocks]) =>
    [blocks].flat().flatMap((block): readonly ProviderCredentials[] => {
      if (!isMapping(block)) return [];
      if (provider === "m365") return ofPrefix(block.credentials_prefix, "ARM", true);
      const kind = Object.hasOwn(KINDS, provider) ? KINDS[provider] : undefined;
      return kind === undefined ? [] : ofPrefix(noteOf(block).credentials, kind, false);
    }),
  );
}

function ofPrefix(prefix: unknown, kind: CredentialKind, isRead: boolean): readonly ProviderCredentials[] {
  return typeof prefix === "string" ? [{ prefix, kind, isRead }] : [];
}

function noteOf({ "//": note }: Mapping): Mapping {
  return isMapping(note) ? note : {};
}

/**
 * @throws Error that names the variables that no stack's providers can do without
 */
export function requireCredentials(stacks: readonly RolloutStack[], env: NodeJS.ProcessEnv): void {
  const lacking = new Map<string, string[]>();
  for (const { name, folder } of stacks) {
    for (const { kind, ...credentials } of credentialsOf(folder)) {
      const missing = missingCredentials(env, credentials, kind);
      if (missing === undefined) continue;
      const there = lacking.get(missing) ?? [];
      if (!there.includes(name)) lacking.set(missing, [...there, name]);
    }
  }
  if (lacking.size === 0) return;
  throw new Error(
    [...lacking].map(([missing, names]) => `${missing}: needed for ${someOf(names)}`).join("\n"),
  );
}

const MOST_NAMES = 5;

function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/**
 * Terraform with the credentials that each stack's providers are to have, under the names that they know, and without
 * those of other prefixes.
 * @param env the environment of all runs
 * @param stacks all stacks of the run
 */
export function withCredentials(
  terraform: RunTerraform,
  env: NodeJS.ProcessEnv,
  stacks: readonly RolloutStack[],
): RunTerraform {
  const prefixes = new Set(stacks.flatMap(({ folder }) => credentialsOf(folder)).map(({ prefix }) => prefix));
  if (prefixes.size === 0) return terraform;
  return (invocation) => {
    const wanted = credentialsOf(invocation.folder);
    const isWanted = (variable: string) =>
      wanted.some((credentials) => credentials.isRead && isOfPrefix(credentials, variable));
    const others = Object.keys(env).filter(
      (variable) => !isWanted(variable) && [...prefixes].some((prefix) => isOfPrefix({ prefix }, variable)),
    );
    const own = wanted
      .filter(({ isRead }) => !isRead)
      .map(({ kind, ...credentials }) => credentialVariables(env, credentials, kind));
    const without: NodeJS.ProcessEnv = Object.fromEntries(others.map((variable) => [variable, undefined]));
    return terraform({ ...invocation, env: Object.assign(without, ...own, invocation.env) });
  };
}

function configurationIn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, STACK_FILE), "utf8"));
  } catch {
    return undefined;
  }
}
