import { readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import * as v from "valibot";
import { errorCode } from "../disk-fault";
import { isAddressOf, type LockedProvider, lockedProviders } from "../lock-file";
import { STACK_FILE } from "../stack";
import { LOCK_FILE } from "../working-folder";
import { installedPackage, type ProviderPackage } from "./provider-package";

/** A provider of a stack that others may use with it, as far as the stack's folder tells. */
export interface StackProvider {
  readonly locked: LockedProvider;
  readonly package: ProviderPackage;
  /** What it is configured with, as JSON: what differs in that is another account, tenant or credential. */
  readonly configuration: string;
}

/** One that Terraform is to start by itself. */
interface OwnProvider {
  /** E.g. `hashicorp/azuread`. */
  readonly source: string;
  readonly reason: string;
}

export interface StackProviders {
  readonly shareable: readonly StackProvider[];
  readonly own: readonly OwnProvider[];
}

const Block = v.record(v.string(), v.unknown());
const Configuration = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    terraform: v.optional(
      v.object({
        required_providers: v.optional(v.record(v.string(), v.object({ source: v.string() })), {}),
      }),
      {},
    ),
    provider: v.optional(v.record(v.string(), v.union([v.array(Block), Block])), {}),
    module: v.optional(v.unknown()),
  }),
);

/**
 * The providers of a stack's folder that was initialized.
 * @param dataFolder where Terraform keeps what it installed, absolute
 */
export function stackProviders(folder: string, dataFolder: string): StackProviders {
  const parsed = v.safeParse(Configuration, readText(join(folder, STACK_FILE)));
  // Of a form that Terraform may know, or say what is wrong with.
  if (!parsed.success) return { shareable: [], own: [] };
  const { terraform, provider, module } = parsed.output;
  const required = Object.entries(terraform.required_providers ?? {});
  const locks = lockedProviders(readText(join(folder, LOCK_FILE)));
  const files = readdirSync(folder);
  const other = files.find((name) => name !== STACK_FILE && configuresProviders(folder, name));
  const elsewhere =
    module !== undefined
      ? "the stack has modules, which may configure it as well"
      : other !== undefined
        ? `${other} in the stack's folder may configure it as well`
        : undefined;
  const shareable: StackProvider[] = [];
  const own: OwnProvider[] = [];
  for (const [name, { source }] of required) {
    const found = elsewhere ?? one(name, source);
    if (typeof found === "string") own.push({ source, reason: found });
    else shareable.push(found);
  }
  return { shareable, own };

  function one(name: string, source: string): StackProvider | string {
    if (required.filter(([, other]) => other.source === source).length > 1) return "it has two names";
    const blocks = [provider[name] ?? {}].flat();
    const [block = {}] = blocks;
    if (blocks.length > 1 || block.alias !== undefined) return "the stack configures it more than once";
    const configuration = JSON.stringify(block);
    if (refersToSomething(configuration)) return "its configuration refers to other values";
    if (textsIn(block).some((text) => namesFile(text, files)))
      return "its configuration names a file of the stack's folder";
    const matches = locks.filter(({ address }) => isAddressOf(source, address));
    const [locked] = matches;
    if (!locked || matches.length > 1) return "the stack's lock file has no entry of it";
    const found = installedPackage(dataFolder, locked);
    return found
      ? { locked, package: found, configuration }
      : "its package is not where Terraform installs it";
  }
}

/** May a file add to the providers of its folder? One in Terraform's own language is not read here. */
function configuresProviders(folder: string, name: string): boolean {
  if (/\.(tf|tofu)$/.test(name)) return true;
  if (!/\.(tf|tofu)\.json$/.test(name)) return false;
  const parsed = v.safeParse(Configuration, readText(join(folder, name)));
  if (!parsed.success) return true;
  const { terraform, provider, module } = parsed.output;
  return (
    module !== undefined ||
    Object.keys(provider).length > 0 ||
    Object.keys(terraform.required_providers ?? {}).length > 0
  );
}

/** Text of Terraform JSON is a template; `$${` and `%%{` are the escapes of its beginnings. */
function refersToSomething(json: string): boolean {
  return /[$%]\{/.test(json.replaceAll("$${", "").replaceAll("%%{", ""));
}

/** Is a text a relative path to something in a folder? A process that several stacks share runs in another one. */
export function namesFile(text: string, files: readonly string[]): boolean {
  if (text === "" || isAbsolute(text)) return false;
  const [first = "", second = ""] = text.split("/");
  return first === ".." || files.includes(first === "." ? second : first);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Nothing where there is no such file: a stack that needs no provider but Terraform's own has no lock file. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
