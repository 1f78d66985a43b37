import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import * as v from "valibot";

/** What a state is known by: each change gives it a higher serial, and a new one has a lineage of its own. */
export interface StateVersion {
  readonly lineage: string;
  readonly serial: number;
}

/** What a saved plan rests on, as far as it can be read: OpenTofu may have encrypted it, HCP Terraform keeps it. */
export interface PlanBase {
  readonly state?: StateVersion;
  /** The dependency lock file. */
  readonly lock?: string;
}

const State = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ lineage: v.optional(v.string(), ""), serial: v.optional(v.number(), 0) }),
);

/** What `terraform state pull` printed, which is nothing where there is no state yet; `undefined` if it is no state. */
export function stateVersion(text: string): StateVersion | undefined {
  if (text.trim() === "") return { lineage: "", serial: 0 };
  const read = v.safeParse(State, text);
  return read.success ? read.output : undefined;
}

/** Reads a saved plan of Terraform, which is a ZIP archive: internal/plans/planfile of its sources. */
export function planBase(file: string): PlanBase {
  const members = membersOf(readFileSync(file));
  const [state, lock] = ["tfstate", ".terraform.lock.hcl"].map((name) => members.get(name)?.());
  const version = state === undefined ? undefined : stateVersion(state);
  return { ...(version ? { state: version } : {}), ...(lock === undefined ? {} : { lock }) };
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;

/** The members of an archive by name; none of what is no archive. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function membersOf(archive: Buffer): ReadonlyMap<string, () => string | undefined> {
  const members = new Map<string, () => string | undefined>();
  try {
    let end = archive.length - END_SIZE;
    while (end >= 0 && archive.readUInt32LE(end) !== END) end--;
    if (end < 0) return members;
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0 && archive.readUInt32LE(at) === ENTRY; left--) {
      const entry = at;
      const nameLength = archive.readUInt16LE(entry + 28);
      const name = archive.toString("utf8", entry + 46, entry + 46 + nameLength);
      members.set(name, () => contentOf(archive, entry));
      at += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
    }
  } catch {
    // Cut off, or none: what was found is all that can be read.
  }
  return members;
}

/** The text of the member of an entry; `undefined` where the archive was altered so that there is none. */
function contentOf(archive: Buffer, entry: number): string | undefined {
  try {
    const [method, size] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)];
    const header = archive.readUInt32LE(entry + 42);
    const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(from, from + size);
    const text = method === 8 ? inflateRawSync(packed, { maxOutputLength: MOST_OCTETS }) : packed;
    return text.toString("utf8");
  } catch {
    return undefined;
  }
}

/** A state of any size that Terraform itself could work with. */
const MOST_OCTETS = 512 * 1024 * 1024;
