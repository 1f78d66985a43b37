import { type Fault, fail, ok, type Result, settle } from "../../fault";
import { DMARC_TAGS, readTags, shifted, splitValue, type Tag, versionFaults } from "../tags";
import { parseRecordUri } from "../uri";
import type { DmarcDisposition, DmarcRecord, DmarcUri, FailureOption, InvalidTag } from "./record";

/** `none` asks for nothing, `quarantine` calls failing mail suspicious, `reject` calls it forged (RFC 9989 §4.7). */
export const DISPOSITIONS = ["none", "quarantine", "reject"] as const satisfies readonly DmarcDisposition[];

const PSD = ["y", "n", "u"] as const;

/** RFC 7489 §6.3 tags that RFC 9989 made historic. */
const OBSOLETE = new Set(["pct", "rf", "ri"]);

const OBSOLETE_SIZE = /!(\d+[kmgt]?)$/i;

/**
 * Is this TXT value a DMARC record at all? Receivers drop any other before they count how many there are:
 * `v` first, in either case, its value exactly `DMARC1` (RFC 9989 §4.8, §4.10).
 */
export function isDmarc(text: string): boolean {
  return /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}

/**
 * Reads a DMARC record, of RFC 9989 or of RFC 7489. A fault is what keeps receivers from the policy: no
 * version, or a p, sp or np that is broken or none of the three. Of the rest they discard what is not valid, an empty or
 * broken piece of the list too (RFC 9989 §4.8, RFC 7489 §6.3); that, and what is merely obsolete, is kept for
 * {@link adviseDmarc} to say.
 */
export function parseDmarc(text: string): Result<DmarcRecord> {
  const { tags, faults } = readTags(text, DMARC_TAGS);
  const found: Fault[] = versionFaults(tags, "DMARC1", { anyCase: true }).slice();
  let record: DmarcRecord = { rua: [], ruf: [], obsolete: [], unknown: [] };
  for (const fault of faults) {
    const piece = pieceAt(text, fault.at?.offset ?? 0);
    if (POLICY.test(piece)) found.push(fault);
    else record = withInvalid(record, { name: "", value: piece.trim(), faults: [fault] });
  }
  for (const tag of tags) {
    const part = readMember(tag, record);
    if (part.ok) record = { ...record, ...part.value };
    else if (POLICIES.has(tag.name)) found.push(...part.faults);
    else record = withInvalid(record, { name: tag.name, value: tag.value, faults: part.faults });
  }
  return settle(found, () => record);
}

/** What stands between the semicolons around an offset. */
function pieceAt(text: string, offset: number): string {
  const start = offset === 0 ? 0 : text.lastIndexOf(";", offset - 1) + 1;
  const end = text.indexOf(";", start);
  return text.slice(start, end < 0 ? undefined : end);
}

/** A piece of the list that was meant as a policy. */
const POLICY = /^\s*(?:p|sp|np)\b/;

const POLICIES: ReadonlySet<string> = new Set(["p", "sp", "np"]);

function withInvalid(record: DmarcRecord, ...invalid: readonly InvalidTag[]): DmarcRecord {
  return invalid.length === 0 ? record : { ...record, invalid: [...(record.invalid ?? []), ...invalid] };
}

function readMember(tag: Tag, record: DmarcRecord): Result<Partial<DmarcRecord>> {
  switch (tag.name) {
    case "v":
    case "V":
      return ok({});
    case "p":
      return map(choice(tag, DISPOSITIONS), (policy) => ({ policy }));
    case "sp":
      return map(choice(tag, DISPOSITIONS), (subdomainPolicy) => ({ subdomainPolicy }));
    case "np":
      return map(choice(tag, DISPOSITIONS), (nonExistentPolicy) => ({ nonExistentPolicy }));
    case "adkim":
      return map(choice(tag, ["r", "s"]), (mode) => ({ adkim: mode === "s" ? "strict" : "relaxed" }));
    case "aspf":
      return map(choice(tag, ["r", "s"]), (mode) => ({ aspf: mode === "s" ? "strict" : "relaxed" }));
    case "t":
      return map(choice(tag, ["y", "n"]), (flag) => ({ test: flag === "y" }));
    case "psd":
      return map(choice(tag, PSD), (psd): Partial<DmarcRecord> => ({ psd }));
    case "rua":
    case "ruf": {
      const { uris, invalid } = readUris(tag);
      return ok(withInvalid({ ...record, [tag.name]: uris }, ...invalid));
    }
    case "fo":
      return map(readFailureOptions(tag), (fo) => ({ fo }));
  }
  const kept = { name: tag.name, value: tag.value };
  return ok(
    OBSOLETE.has(tag.name)
      ? { obsolete: [...record.obsolete, kept] }
      : { unknown: [...record.unknown, kept] },
  );
}

function map<A, B>(result: Result<A>, change: (value: A) => B): Result<B> {
  return result.ok ? ok(change(result.value)) : result;
}

/** Literals of the grammar are case-insensitive (RFC 5234 §2.3). */
function choice<T extends string>(tag: Tag, choices: readonly T[]): Result<T> {
  const value = choices.find((known) => known === tag.value.toLowerCase());
  if (value !== undefined) return ok(value);
  return fail({
    at: tag.valueAt,
    message: `tag ${tag.name} has an unknown value`,
    received: JSON.stringify(tag.value),
    expected: choices.join(", "),
  });
}

/** The addresses that reporters can use, and the others. */
function readUris(tag: Tag): {
  readonly uris: readonly DmarcUri[];
  readonly invalid: readonly InvalidTag[];
} {
  const uris: DmarcUri[] = [];
  const invalid: InvalidTag[] = [];
  for (const { text, at } of splitValue(tag, ",")) {
    const obsoleteSize = OBSOLETE_SIZE.exec(text)?.[1];
    const uri = parseRecordUri(text.replace(OBSOLETE_SIZE, ""));
    if (uri.ok) uris.push({ ...uri.value, ...(obsoleteSize === undefined ? {} : { obsoleteSize }) });
    else invalid.push({ name: tag.name, value: text, faults: uri.faults.map((fault) => shifted(fault, at)) });
  }
  return { uris, invalid };
}

function readFailureOptions(tag: Tag): Result<readonly FailureOption[]> {
  const options = splitValue(tag, ":").map(({ text }) => text.toLowerCase());
  const fault = failureOptionsFault(options);
  if (fault) return fail({ ...fault, at: tag.valueAt });
  return ok(options.filter(isFailureOption));
}

function isFailureOption(text: string): text is FailureOption {
  return text === "0" || text === "1" || text === "d" || text === "s";
}

/** What is wrong with a list of failure options: each at most once, and `0` and `1` exclude each other (§4.8). */
export function failureOptionsFault(options: readonly string[]): Fault | undefined {
  const legal = options.every(isFailureOption) && new Set(options).size === options.length;
  if (legal && options.length > 0 && !(options.includes("0") && options.includes("1"))) return undefined;
  return {
    message: "failure options are not valid",
    received: JSON.stringify(options.join(":")),
    expected: "0 or 1, d, s, each once between colons",
  };
}
