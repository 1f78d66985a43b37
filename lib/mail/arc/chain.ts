import type { Resolve } from "../../dns/resolve";
import { formatFault } from "../../fault";
import { canonicalField, withoutSignature } from "../dkim/signature/canonical";
import { findKey, isSignedBy } from "../dkim/signature/key";
import { parseSignature, signatureTags } from "../dkim/signature/parse";
import { BodyHashes, checkSignature } from "../dkim/signature/verify";
import { fieldsNamed, type HeaderField, type MessageParts } from "../header-fields";

/** One set of a chain: what one host found, and its seal over it and all before (RFC 8617 §4.1). */
interface ArcSet {
  /** From 1, the first to handle the message. */
  readonly instance: number;
  readonly results: HeaderField;
  readonly message: HeaderField;
  readonly seal: HeaderField;
  /** Who sealed: `d` of the seal; empty where it has none. */
  readonly domain: string;
  /** What the sealer found of the chain before it. */
  readonly chain: string;
}

/** A message's Authenticated Received Chain. */
export interface ArcCheck {
  readonly result: "none" | "pass" | "fail" | "temperror";
  readonly why: string;
  /** From instance 1. */
  readonly sets: readonly ArcSet[];
}

/** RFC 8617 §5.2: chains of more are failed. */
const MOST_SETS = 50;

/** Validates a message's chain (RFC 8617 §5.2). Who sealed it still has to be trusted: anybody may seal. */
export async function checkArc(
  message: MessageParts,
  resolve: Resolve,
  time: number | undefined,
): Promise<ArcCheck> {
  const named = (name: string) => fieldsNamed(message.fields, name);
  const all = {
    results: named("ARC-Authentication-Results"),
    message: named("ARC-Message-Signature"),
    seal: named("ARC-Seal"),
  };
  const count = Math.max(all.results.length, all.message.length, all.seal.length);
  if (count === 0) return { result: "none", why: "no host on the way has sealed it", sets: [] };
  if (count > MOST_SETS) return fails(`${count} sets, more than the ${MOST_SETS} that there may be`, []);
  const sets: ArcSet[] = [];
  for (let instance = 1; instance <= count; instance++) {
    const [results, signature, seal] = [all.results, all.message, all.seal].map((fields) =>
      fields.filter((field) => instanceOf(field) === instance),
    );
    const [first, second, third] = [results?.[0], signature?.[0], seal?.[0]];
    if (!first || !second || !third || [results, signature, seal].some((fields) => fields?.length !== 1)) {
      return fails(`set ${instance} is not whole`, sets);
    }
    const tags = signatureTags(third.body);
    const value = (name: string) => (tags.ok ? (tags.value.get(name) ?? "") : "");
    sets.push({
      instance,
      results: first,
      message: second,
      seal: third,
      domain: value("d").toLowerCase(),
      chain: value("cv").toLowerCase(),
    });
  }
  const wrong = sets.find(({ instance, chain }) => chain !== (instance === 1 ? "none" : "pass"));
  if (wrong) return fails(`the seal of set ${wrong.instance} says cv=${wrong.chain || "nothing"}`, sets);
  const last = sets.at(-1);
  if (!last) return fails("no set", sets);
  const signature = parseSignature(last.message.body, "arc");
  if (!signature.ok) {
    return fails(
      `the signature of set ${last.instance} cannot be read: ${signature.faults.map(formatFault).join("; ")}`,
      sets,
    );
  }
  const check = await checkSignature(last.message, signature.value, message.fields, {
    bodies: new BodyHashes(message.body),
    resolve,
    time,
    kind: "arc",
  });
  if (check.result !== "pass") {
    const result = check.result === "temperror" ? "temperror" : "fail";
    return {
      result,
      why: `the signature of set ${last.instance}, by ${signature.value.domain}: ${check.why}`,
      sets,
    };
  }
  for (const set of [...sets].reverse()) {
    const problem = await sealProblem(set, sets, resolve);
    if (problem) return { ...problem, sets };
  }
  return { result: "pass", why: `all ${sets.length} seals verify`, sets };
}

function fails(why: string, sets: readonly ArcSet[]): ArcCheck {
  return { result: "fail", why, sets };
}

/** `i=2; mx.microsoft.com 1; …` or `i=2; a=rsa-sha256; …`: the first tag of all three kinds, or one of the later ones. */
function instanceOf({ body }: HeaderField): number {
  const text = /^(?:[^;]{0,100};){0,12}?\s*i\s*=\s*(\d{1,4})\s*(?:;|$)/.exec(body.slice(0, 2000))?.[1];
  return text === undefined ? 0 : Number(text);
}

/** A seal covers all sets up to its own, its own signature left empty (RFC 8617 §5.1.1). */
async function sealProblem(
  set: ArcSet,
  sets: readonly ArcSet[],
  resolve: Resolve,
): Promise<Pick<ArcCheck, "result" | "why"> | undefined> {
  const tags = signatureTags(set.seal.body);
  const value = (name: string) => (tags.ok ? (tags.value.get(name) ?? "").replace(/[ \t\r\n]+/g, "") : "");
  const said = `the seal of set ${set.instance}, by ${set.domain || "nobody"}`;
  const algorithm = value("a").toLowerCase();
  if (algorithm !== "rsa-sha256" && algorithm !== "ed25519-sha256") {
    return { result: "fail", why: `${said}: its algorithm is ${JSON.stringify(algorithm)}` };
  }
  const found = await findKey(value("s").toLowerCase(), set.domain, resolve);
  if (!found.ok)
    return { result: found.result === "temperror" ? "temperror" : "fail", why: `${said}: ${found.why}` };
  const data = sets
    .slice(0, set.instance)
    .flatMap(({ results, message, seal, instance }) => [
      results,
      message,
      instance === set.instance ? withoutSignature(seal) : seal,
    ])
    .map((field) => canonicalField(field, "relaxed"))
    .join("\r\n");
  const isOfKey = algorithm.startsWith(`${found.key.keyType}-`);
  if (isOfKey && isSignedBy(found.object, algorithm, data, value("b"))) return undefined;
  return { result: "fail", why: `${said}: does not verify` };
}
