import { parseName } from "../../../dns/name";
import { type Fault, formatFault, type Result, settle } from "../../../fault";
import { DKIM_TAGS, readTags } from "../../tags";
import type { Canonicalization } from "./canonical";

/** What a DKIM-Signature or an ARC-Message-Signature says of itself (RFC 6376 §3.5, RFC 8617 §4.1.2). */
export interface DkimSignature {
  readonly algorithm: string;
  /** `d`: who takes responsibility. */
  readonly domain: string;
  readonly selector: string;
  /** `c`: header, body. */
  readonly canonicalization: readonly [Canonicalization, Canonicalization];
  /** `h`, in order, as written. */
  readonly headers: readonly string[];
  /** `b` and `bh` in base64, without white space. */
  readonly signature: string;
  readonly bodyHash: string;
  /** `i`, as written: for a DKIM-Signature an address, for ARC the instance. */
  readonly identity?: string;
  /** `l`: octets of the canonical body that are covered. @default all */
  readonly length?: number;
  /** `t` and `x`: seconds since 1970. */
  readonly made?: number;
  readonly expires?: number;
}

/** Values of tags by name, and whether a list of them can be read at all. */
export function signatureTags(body: string): Result<ReadonlyMap<string, string>> {
  const { tags, faults } = readTags(body, DKIM_TAGS);
  return settle(faults, () => new Map(tags.map(({ name, value }) => [name, value])));
}

/** @param body what stands behind the colon, with its folds */
export function parseSignature(body: string, kind: "dkim" | "arc"): Result<DkimSignature> {
  const read = signatureTags(body);
  if (!read.ok) return read;
  const tags = read.value;
  const faults: Fault[] = [];
  const bare = (name: string) => tags.get(name)?.replace(/[ \t\r\n]+/g, "");
  const required = (name: string): string => {
    const value = bare(name);
    if (value === undefined || value === "") faults.push({ message: `no ${name} tag` });
    return value ?? "";
  };
  if (kind === "dkim" && tags.get("v") !== "1") {
    faults.push({ message: "not version 1", received: JSON.stringify(tags.get("v") ?? ""), expected: "v=1" });
  }
  const domain = required("d").toLowerCase().replace(/\.$/, "");
  const selector = required("s").toLowerCase();
  const name = parseName(`${selector}._domainkey.${domain}`, "owner");
  if (domain !== "" && selector !== "" && !name.ok) {
    faults.push({ message: `d and s make no name: ${name.faults.map(formatFault).join("; ")}` });
  }
  const headers = required("h")
    .split(":")
    .filter((header) => header !== "");
  const [header = "simple", bodyHow = "simple"] = (bare("c") ?? "simple/simple").toLowerCase().split("/");
  if (!isCanonicalization(header) || !isCanonicalization(bodyHow)) {
    faults.push({ message: "unknown canonicalization", received: JSON.stringify(bare("c")) });
  }
  const query = bare("q");
  if (query !== undefined && !query.split(":").includes("dns/txt")) {
    faults.push({ message: "unknown way to its key", received: JSON.stringify(query), expected: "dns/txt" });
  }
  const number = (tag: string): number | undefined => {
    const value = bare(tag);
    if (value === undefined) return undefined;
    if (/^\d{1,15}$/.test(value)) return Number(value);
    faults.push({ message: `${tag} is no number`, received: JSON.stringify(value) });
    return undefined;
  };
  const [length, made, expires] = [number("l"), number("t"), number("x")];
  const algorithm = required("a").toLowerCase();
  const signature = required("b");
  const bodyHash = required("bh");
  const identity = bare("i");
  return settle(faults, () => ({
    algorithm,
    domain,
    selector,
    canonicalization: [
      isCanonicalization(header) ? header : "simple",
      isCanonicalization(bodyHow) ? bodyHow : "simple",
    ] as const,
    headers,
    signature,
    bodyHash,
    ...(identity === undefined ? {} : { identity }),
    ...(length === undefined ? {} : { length }),
    ...(made === undefined ? {} : { made }),
    ...(expires === undefined ? {} : { expires }),
  }));
}

function isCanonicalization(text: string): text is Canonicalization {
  return text === "simple" || text === "relaxed";
}
