import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { adopt } from "../../lib/adopt/adopt";
import { type FoundAgain, findAgain, importsAgain } from "../../lib/adopt/again";
import { beside, IMPORTS_FILE, importsText, MENDS_FILE } from "../../lib/adopt/files";
import { foundData } from "../../lib/adopt/found";
import { adoptionText } from "../../lib/adopt/report";
import { counted } from "../../lib/counted";
import { recordData } from "../../lib/dns/record";
import { formatFault } from "../../lib/fault";
import { CLOUDS, parseCloud } from "../../lib/microsoft/clouds";
import { parseInitialDomain } from "../../lib/microsoft/initial-domain";
import type { Cloud } from "../../lib/options";
import { shellWord } from "../../lib/shell-word";
import { visibleLine } from "../../lib/visible";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { openEstate } from "../open-estate";
import { mendsDiff } from "./mends-diff";
import { prove } from "./prove";
import { readZones } from "./read-zones";
import { flagOf, type Sources } from "./sources";
import { replaceFile, writeNewFiles } from "./write-files";

export interface AdoptCommandOptions extends Sources {
  readonly tenant?: string;
  readonly cloud?: string;
  readonly check?: boolean;
  readonly out: string;
}

/** `mail-hygiene adopt`: an estate of what zones hold. */
export async function adoptCommand(
  path: string,
  options: AdoptCommandOptions,
  version: string,
  console: Console,
): Promise<number> {
  requireYaml(path);
  if (options.check) {
    requireNoSources(options);
    return prove(path, options, version, console);
  }
  const tenant = tenantOf(options);
  const read = await readZones(options, console);
  if (!read.ok) return refused(read.problems, console);
  if (read.zones.length === 0) return refused(["there is no zone to adopt"], console);
  if (existsSync(resolve(console.folder, path))) return again(path, read.zones, tenant, console);
  const made = adopt(read.zones, { path, ...(tenant ? { tenant } : {}) });
  if (!made.ok) return refused(made.problems, console);
  const { adoption } = made;
  if (adoption.zones.length === 0) {
    return refused(
      adoption.leftOut.map(({ name, why }) => `${name}: ${why}`),
      console,
    );
  }
  const { mends } = adoption;
  const files = mends
    ? { ...adoption.files, [beside(path, MENDS_FILE)]: mendsDiff(adoption.files, mends) }
    : adoption.files;
  const fault = writeNewFiles(files, console.folder);
  if (fault !== undefined) return refused([fault], console);
  console.out(adoptionText(adoption));
  console.err(`\n${Object.keys(files).join(", ")}: written\n`);
  if (options.from === "terraform") {
    console.err(
      "the records stay in the state that was read: take them out of it before they are taken over here\n",
    );
  }
  console.err(`prove that nothing would change: mail-hygiene adopt --check ${shellWord(path)}\n`);
  return adoption.leftOut.length > 0 ? 1 : 0;
}

function requireYaml(path: string): void {
  if (!/\.ya?ml$/i.test(path) || path.startsWith("-")) {
    throw new Misuse(`${JSON.stringify(path)}: what is written is YAML; name a file that ends in .yaml`);
  }
}

/** What is planned is the estate, all of it, as it stands in its file. */
function requireNoSources(options: AdoptCommandOptions): void {
  for (const option of SOURCE_OPTIONS) {
    if (options[option] !== undefined) {
      throw new Misuse(`--check plans the estate as it is; ${flagOf(option)} does not go with it`);
    }
  }
}

const SOURCE_OPTIONS = [
  "from",
  "file",
  "server",
  "origin",
  "host",
  "resourceGroup",
  "zone",
  "account",
  "tenant",
  "cloud",
] as const satisfies readonly (keyof AdoptCommandOptions)[];

function refused(problems: readonly string[], console: Console): 1 {
  for (const problem of problems) console.err(`${visibleLine(problem)}\n`);
  console.err(`${counted(problems.length, "problem")}; nothing was written\n`);
  return 1;
}

function tenantOf({ tenant, cloud }: AdoptCommandOptions) {
  if (tenant === undefined) {
    if (cloud !== undefined) throw new Misuse("--cloud is that of --tenant");
    return undefined;
  }
  const facts = cloudOf(tenant, cloud);
  const read = parseInitialDomain(tenant, CLOUDS[facts]);
  if (!read.ok) throw new Misuse(`--tenant: ${read.faults.map(formatFault).join("; ")}`);
  return { initialDomain: String(read.value.name), cloud: facts };
}

/** The cloud that is named, else the first whose initial domains end so. */
function cloudOf(tenant: string, cloud: string | undefined): Cloud {
  if (cloud !== undefined) {
    const read = parseCloud(cloud);
    if (!read.ok) throw new Misuse(`--cloud: ${read.faults.map(formatFault).join("; ")}`);
    return read.value.name;
  }
  const lower = tenant.toLowerCase();
  const facts = Object.values(CLOUDS).find(({ initialSuffix }) => lower.endsWith(`.${initialSuffix}`));
  return facts?.name ?? "worldwide";
}

/** An estate that is there is its owner's: ids are found anew, and what else is new is told. */
function again(
  path: string,
  zones: Parameters<typeof findAgain>[1],
  tenant: ReturnType<typeof tenantOf>,
  console: Console,
): number {
  const opened = openEstate(path, console);
  if (!opened) return 1;
  const found = findAgain(opened.declared.domains, zones);
  const fresh =
    found.unknown.length > 0 ? adopt(found.unknown, { path, ...(tenant ? { tenant } : {}) }) : undefined;
  if (fresh && !fresh.ok) return refused(fresh.problems, console);
  const reads = opened.estate.domains.some(({ import: own }) => Object.keys(own).length > 0);
  const imports = importsAgain(opened.declared.domains, found);
  const ids = countIds(imports);
  const side = beside(path, IMPORTS_FILE);
  const isWritten = found.looked.size > 0 && (ids > 0 || reads);
  const fault = isWritten ? replaceFile(side, importsText(imports), console.folder) : undefined;
  if (fault !== undefined) return refused([fault], console);
  console.out(newsText(found));
  if (fresh?.ok) {
    console.out(`\n${adoptionText(fresh.adoption)}\nThe new zones as an estate, to be put into ${path}:\n\n`);
    for (const [name, text] of Object.entries(fresh.adoption.files)) console.out(`# ${name}\n${text}\n`);
  }
  if (!isWritten) {
    console.err(`${path} stays as it is; no ids were found, and ${side} stays as it is, too\n`);
    return 0;
  }
  const kept = ids - countIds(found.imports);
  const from = kept > 0 ? `, ${kept} of them from before, of domains that were not read now` : "";
  console.err(`${path} stays as it is; ${counted(ids, "id")} written to ${side}${from}\n`);
  if (!reads) console.err(`it is read by the line  imports: !include ${IMPORTS_FILE}  in ${path}\n`);
  return 0;
}

function countIds(imports: FoundAgain["imports"]): number {
  return Object.values(imports).reduce((sum, roles) => sum + Object.keys(roles).length, 0);
}

function newsText({ differing, missing, undeclared, unknown }: FoundAgain): string {
  const lines = [
    ...differing.map(
      ({ declared, found }) =>
        `differs: ${found.record.name} ${found.record.type} is ${recordData(found.record)}, declared ${recordData(declared.record)}`,
    ),
    ...missing.map(
      ({ record, rolePath }) =>
        `not in the zone: ${record.name} ${record.type} ${recordData(record)} (${rolePath})`,
    ),
    ...undeclared.map(
      ({ found }) => `not declared: ${found.record.name} ${found.record.type} ${foundData(found)}`,
    ),
    ...unknown.map(({ name }) => `new zone: ${name}`),
  ];
  return lines.length === 0 ? "nothing is new\n" : `${lines.map(visibleLine).join("\n")}\n`;
}
