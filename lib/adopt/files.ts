import type { EstateFiles } from "../estate/files";
import type { EstateInput } from "../estate/input";
import { block, inline, scalar } from "../estate/yaml/write";

/** The files beside the estate, in its folder. */
export const IMPORTS_FILE = "imports.yaml";
export const AS_FOUND_FILE = "as-found.yaml";
/** Changes to the other files, as a unified diff. */
export const MENDS_FILE = "mends.diff";

/** Texts by their paths. */
export type AdoptedFiles = Readonly<Record<string, string>>;

/** The estate as files: what people edit in one, ids and what is not yet as it is declared each in one beside it. */
export function formatFiles(
  path: string,
  { imports = {}, asFound = {}, ...estate }: EstateInput,
): AdoptedFiles {
  const { version, defaults, tenants, rules, domains } = estate;
  const hasImports = Object.keys(imports).length > 0;
  const isAsFound = Object.keys(asFound).length > 0;
  const text = [
    "# yaml-language-server: $schema=./node_modules/cdktf-mail-hygiene/schema/estate.schema.json\n",
    "# Made by mail-hygiene adopt of what stands in the zones. It is yours to edit: docs/guide/adopt.md says how to go on.\n",
    `version: ${version}\n`,
    ...(defaults ? ["\n# What most domains share.\n", block({ defaults })] : []),
    ...(tenants ? ["\n", block({ tenants })] : []),
    ...(rules
      ? ["\n# What the rules find wrong as it stands. Mend it, then take the line out.\n", rulesText(rules)]
      : []),
    ...(hasImports
      ? ["\n# Ids of the records that are taken over. After the first apply line and file can go.\n"]
      : []),
    ...(hasImports ? [`imports: !include ${IMPORTS_FILE}\n`] : []),
    ...(isAsFound
      ? [
          "\n# Records that are not yet as the domains declare them. Take a line out, and the next plan makes the record so.\n",
          `asFound: !include ${AS_FOUND_FILE}\n`,
        ]
      : []),
    "\ndomains:\n",
    ...Object.entries(domains).map(([name, domain]) => `  ${scalar(name)}:\n${block(domain, 4)}`),
  ].join("");
  return {
    [path]: text,
    ...(hasImports
      ? {
          [beside(path, IMPORTS_FILE)]: importsText(imports),
        }
      : {}),
    ...(isAsFound
      ? {
          [beside(path, AS_FOUND_FILE)]:
            `# Records by domain and role. absent: there is none. ttl, content: it has others than declared.\n${roles(asFound)}`,
        }
      : {}),
  };
}

/** The ids by which records are taken over. */
export function importsText(imports: NonNullable<EstateInput["imports"]>): string {
  // A file without a mapping would be read as null, and the estate with it not at all.
  return `# Cloudflare's ids of the records that Terraform takes over, by domain and role.\n${block(imports) || "{}\n"}`;
}

function rulesText({ suppress = [], ...rest }: NonNullable<EstateInput["rules"]>): string {
  const lines = suppress.map((one) => `    - ${inline(one)}\n`);
  return `rules:\n${block(rest, 2)}${lines.length > 0 ? `  suppress:\n${lines.join("")}` : ""}`;
}

/** Each role on a line of its own: it is taken out alone. */
function roles(sections: NonNullable<EstateInput["asFound"]>): string {
  return Object.entries(sections)
    .map(
      ([domain, entries]) =>
        `${scalar(domain)}:\n${Object.entries(entries)
          .map(([role, one]) => `  ${scalar(role)}: ${inline(one)}\n`)
          .join("")}`,
    )
    .join("");
}

/** A file in the folder of another. */
export function beside(path: string, name: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? name : `${path.slice(0, slash + 1)}${name}`;
}

/** Files that are not written yet, for reading an estate. */
export function filesInMemory(files: AdoptedFiles): EstateFiles {
  return {
    read(path) {
      const text = files[path];
      if (text === undefined) throw new Error("there is no such file");
      return text;
    },
    glob: (pattern, relativeTo) => {
      const path = beside(relativeTo, pattern);
      return files[path] === undefined ? [] : [path];
    },
  };
}
