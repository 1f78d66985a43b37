import { join } from "node:path";
import { estateFilesIn } from "../../cli/estate-files";
import { run } from "../../cli/main";
import { loadEstate } from "../../lib/estate";
import type { EstateDomain } from "../../lib/estate/model";
import type { MailDomainOptions } from "../../lib/options";
import { type PublishedStack, readStacks } from "./published";

export const EXAMPLES = ["company", "hybrid", "group"] as const;
export type Example = (typeof EXAMPLES)[number];

/** The folder of the repository's examples. */
export const EXAMPLES_FOLDER = join(__dirname, "../../examples");

/** Runs a command of `mail-hygiene` in this process, as from `folder`. */
export async function mailHygiene(folder: string, ...args: readonly string[]): Promise<string> {
  let out = "";
  let err = "";
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    folder,
  });
  if (code !== 0) throw new Error(`mail-hygiene ${args.join(" ")} ended with ${code}\n${err}`);
  return out;
}

/** Synthesizes an example into `out` and reads back what Terraform would be given. */
export async function synthesizeExample(example: Example, out: string): Promise<readonly PublishedStack[]> {
  await mailHygiene(EXAMPLES_FOLDER, "synth", `${example}/estate.yaml`, "--out", out, "--no-cache");
  return readStacks(out);
}

/** What an example's files say, defaults merged, without any record worked out. */
export function declaredDomains(example: Example): readonly EstateDomain[] {
  const loaded = loadEstate(
    `${example}/estate.yaml`,
    estateFilesIn(EXAMPLES_FOLDER, `${example}/estate.yaml`),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, undefined, 2));
  return loaded.estate.domains;
}

/** A name that mail may claim to come from, with the domain that it lies below if it is a subdomain. */
export interface MailName {
  readonly name: string;
  readonly options: Omit<MailDomainOptions, "domain">;
  readonly parent?: MailName;
}

/** Every mail domain of an example, subdomains included. */
export function mailNames(example: Example): readonly MailName[] {
  return declaredDomains(example).flatMap(({ name, options }) => {
    const domain: MailName = { name, options };
    const below = Object.entries(options.subdomains ?? {}).map(([label, own]) => ({
      name: `${label}.${name}`,
      options: own,
      parent: domain,
    }));
    return [domain, ...below];
  });
}
