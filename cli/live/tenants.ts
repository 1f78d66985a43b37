import { join, resolve } from "node:path";
import { type Fault, formatFault, type Result } from "../../lib/fault";
import type { Cloud, CredentialsOptions } from "../../lib/options";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { TenantReading } from "../../lib/tenant-reading/reading";
import { visibleLine } from "../../lib/visible";
import { readEvidenceFolder, whyTaken, writeEvidenceFolder } from "../../observe/tenant/evidence-folder";
import { decodeEvidence, readTenant } from "../../observe/tenant/read-tenant";
import type { Console } from "../console";
import { Misuse } from "../misuse";

/** Whether tenants are asked, or what they answered before. */
export interface TenantOptions {
  /** Folder to keep the raw answers in. */
  readonly evidence?: string;
  /** Folder with answers that were kept: nothing is asked. */
  readonly from?: string;
}

/** A tenant that is to be read. */
export interface WantedTenant {
  readonly name: string;
  /** Its GUID, or one of its domains: credentials of another tenant are refused. @default the credentials' */
  readonly tenant?: string;
  /** Names of groups that the estate speaks of. */
  readonly groups?: readonly string[];
  readonly credentials?: CredentialsOptions;
  readonly cloud?: Cloud;
}

/** A tenant that was read, or why it was not. */
export interface ReadTenant {
  readonly name: string;
  readonly read: TenantReading | string;
}

/**
 * Reads tenants, or what they answered before. What is wrong is printed; a tenant that could not be read says why.
 * @throws Misuse for a folder in which nothing may be kept, before anybody is asked
 */
export async function readTenants(
  wanted: readonly WantedTenant[],
  { from, evidence }: TenantOptions,
  console: Console,
): Promise<readonly ReadTenant[]> {
  for (const tenant of evidence === undefined ? [] : wanted) {
    const folder = folderOf(evidence ?? "", tenant, wanted);
    const why = whyTaken(resolve(console.folder, folder));
    if (why !== undefined) throw new Misuse(`--evidence ${folder}: ${why}`);
  }
  const read: ReadTenant[] = [];
  // One after the other: each has its own limits, and several readers at once would take each other's time.
  for (const tenant of wanted) {
    const result = await (from === undefined
      ? ask(tenant)
      : open(folderOf(from, tenant, wanted), console.folder));
    if (result.ok) read.push({ name: tenant.name, read: result.value });
    else {
      for (const fault of result.faults)
        console.err(`${visibleLine(`${tenant.name}: ${formatFault(fault)}`)}\n`);
      read.push({ name: tenant.name, read: whyOf(result.faults) });
    }
  }
  return read;
}

function ask({ tenant, groups = [], credentials, cloud }: WantedTenant): Promise<Result<TenantReading>> {
  return readTenant({
    ...(tenant === undefined ? {} : { tenant }),
    ...(groups.length > 0 ? { groups } : {}),
    ...(credentials ? { prefix: credentials.prefix } : {}),
    ...(cloud ? { cloud } : {}),
  });
}

async function open(folder: string, from: string): Promise<Result<TenantReading>> {
  const evidence = readEvidenceFolder(resolve(from, folder), folder);
  return evidence.ok ? decodeEvidence(evidence.value) : evidence;
}

/** Of several tenants each has a folder of its name. */
function folderOf(
  folder: string,
  { name }: Pick<WantedTenant, "name">,
  all: readonly WantedTenant[],
): string {
  return all.length > 1 ? join(folder, encodeURIComponent(name).replaceAll(".", "%2E")) : folder;
}

function whyOf(faults: readonly Fault[]): string {
  return `the tenant could not be read: ${faults.map(({ message }) => message).join("; ")}`;
}

/**
 * Keeps what the tenants answered, and what the DNS did.
 * @returns was all of it written?
 */
export function keepEvidence(
  read: readonly ReadTenant[],
  wanted: readonly WantedTenant[],
  folder: string,
  dns: Evidence["answers"],
  console: Console,
): boolean {
  let isKept = true;
  for (const { name, read: reading } of read) {
    if (typeof reading === "string") continue;
    const { evidence } = reading;
    const shown = folderOf(folder, { name }, wanted);
    const written = writeEvidenceFolder(resolve(console.folder, shown), shown, {
      ...evidence,
      answers: { ...evidence.answers, ...dns },
    });
    if (written.ok) continue;
    isKept = false;
    for (const fault of written.faults) console.err(`${visibleLine(`${name}: ${formatFault(fault)}`)}\n`);
  }
  return isKept;
}
