import { type Fault, fail, type Result, settle } from "../../fault";
import {
  DKIM_TAGS,
  formatTags,
  type KeptTag,
  readTags,
  shifted,
  splitValue,
  type Tag,
  versionFaults,
} from "../tags";
import { type DkimKeyType, type DkimPublicKey, parsePublicKey } from "./public-key";

/** A DKIM key record (RFC 6376 §3.6.1). */
export interface DkimKey {
  /** `k`; RSA if the record does not say. */
  readonly keyType: DkimKeyType;
  /** `p`; absent if it is empty, which revokes the key. */
  readonly publicKey?: DkimPublicKey;
  /** `h`: hash algorithms that signatures may use; all if absent. */
  readonly hashAlgorithms?: readonly string[];
  /** `s`: services the key is for; `*`, all, if absent. */
  readonly services?: readonly string[];
  /** `t`: `y` for testing, `s` for "the signing identity is not a subdomain". */
  readonly flags?: readonly string[];
  /** `n`: for humans, in quoted-printable. */
  readonly notes?: string;
  /** Other tags as written; verifiers ignore them. */
  readonly unknown: readonly KeptTag[];
}

/** Reads a key record, folded or not, and looks into the key. */
export function parseDkimKey(text: string): Result<DkimKey> {
  if (/^\s*"/.test(text)) return fail(quotedFault(text));
  const { tags, faults } = readTags(text, DKIM_TAGS);
  const found: Fault[] = [...faults];
  const named = new Map(tags.map((tag) => [tag.name, tag]));
  // `v` is optional here, unlike in every other record (§3.6.1).
  if (named.has("v")) found.unshift(...versionFaults(tags, "DKIM1", { indented: true }));
  const keyType = readKeyType(named.get("k"), found);
  const publicKey = readPublicKey(named.get("p"), keyType, text, found);
  const hashAlgorithms = readList(named.get("h"), found);
  const services = readList(named.get("s"), found);
  const flags = readList(named.get("t"), found);
  const notes = named.get("n")?.value;
  return settle(found, () => ({
    keyType: keyType ?? "rsa",
    ...(publicKey && { publicKey }),
    ...(hashAlgorithms && { hashAlgorithms }),
    ...(services && { services }),
    ...(flags && { flags }),
    ...(notes === undefined ? {} : { notes }),
    unknown: tags
      .filter(({ name }) => !["v", "k", "p", "n", "h", "s", "t"].includes(name))
      .map(({ name, value }) => ({ name, value })),
  }));
}

function quotedFault(text: string): Fault {
  return {
    at: { offset: text.indexOf('"'), length: 1 },
    message: "key record in zone-file quotes",
    expected: "the value alone",
    fix: "remove the quotes, and join the strings without a space between them",
  };
}

function readKeyType(tag: Tag | undefined, faults: Fault[]): DkimKeyType | undefined {
  if (tag === undefined || tag.value === "rsa") return "rsa";
  if (tag.value === "ed25519") return "ed25519";
  const received = JSON.stringify(tag.value);
  faults.push({ at: tag.valueAt, message: "unknown key type", received, expected: "rsa or ed25519" });
  return undefined;
}

function readPublicKey(
  tag: Tag | undefined,
  keyType: DkimKeyType | undefined,
  text: string,
  faults: Fault[],
): DkimPublicKey | undefined {
  if (tag === undefined) {
    const at = { offset: text.length, length: 0 };
    faults.push({ at, message: "no p tag", expected: "p=<base64>, or an empty p= for a revoked key" });
    return undefined;
  }
  if (tag.value === "" || keyType === undefined) return undefined;
  const key = parsePublicKey(tag.value, keyType);
  if (key.ok) return key.value;
  faults.push(...key.faults.map((fault) => shifted(fault, tag.valueAt)));
  return undefined;
}

function readList(tag: Tag | undefined, faults: Fault[]): readonly string[] | undefined {
  if (tag === undefined) return undefined;
  const items = splitValue(tag, ":").map(({ text }) => text);
  if (!items.includes("")) return items;
  const received = JSON.stringify(tag.value);
  faults.push({ at: tag.at, message: `list ${tag.name} has an empty item`, received, fix: "remove it" });
  return undefined;
}

/**
 * Writes a key record on one line: `v=DKIM1; k=rsa; p=…`, and `v=DKIM1; p=` for a revoked RSA key.
 * No semicolon at the end, as signers' consoles show it and some compare it.
 */
export function formatDkimKey(key: DkimKey): string {
  return formatTags([
    { name: "v", value: "DKIM1" },
    ...(key.publicKey || key.keyType !== "rsa" ? [{ name: "k", value: key.keyType }] : []),
    ...tag("h", key.hashAlgorithms?.join(":")),
    ...tag("s", key.services?.join(":")),
    ...tag("t", key.flags?.join(":")),
    ...tag("n", key.notes),
    ...key.unknown,
    { name: "p", value: key.publicKey?.base64 ?? "" },
  ]).slice(0, -1);
}

function tag(name: string, value: string | undefined): readonly KeptTag[] {
  return value === undefined ? [] : [{ name, value }];
}

/** What is weak or without effect in a legal key record (RFC 8301, RFC 6376 §3.6.1). Each path is the tag. */
export function adviseDkimKey(key: DkimKey): readonly Fault[] {
  const advice: Fault[] = [];
  const bits = key.publicKey?.bits ?? 0;
  if (key.keyType === "rsa" && bits > 0 && bits < 2048) {
    advice.push({
      path: ["p"],
      message: "RSA key is weak",
      received: `${bits} bits`,
      expected: "2048 bits (RFC 8301 §3.2)",
      fix: "have the signer rotate to a 2048-bit key",
    });
  }
  if (key.keyType === "rsa" && bits > 4096) {
    advice.push({
      path: ["p"],
      message: "RSA key is longer than receivers must support",
      received: `${bits} bits`,
      expected: "at most 4096 bits (RFC 8301 §3.2)",
    });
  }
  if (key.hashAlgorithms && !key.hashAlgorithms.includes("sha256")) {
    advice.push({
      path: ["h"],
      message: "key allows no hash algorithm in use",
      received: key.hashAlgorithms.join(":"),
      expected: "sha256 (RFC 8301 §3.1)",
    });
  }
  if (key.services && !key.services.some((service) => service === "*" || service === "email")) {
    const received = key.services.join(":");
    advice.push({ path: ["s"], message: "key is not for mail", received, expected: "email or *" });
  }
  if (key.flags?.includes("y")) {
    advice.push({
      path: ["t"],
      message: "key is in test mode: receivers may treat its mail as unsigned",
      received: key.flags.join(":"),
      fix: "remove the flag y",
    });
  }
  return advice;
}
