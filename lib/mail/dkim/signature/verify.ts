import { isNameWithin } from "../../../dns/name";
import type { Resolve } from "../../../dns/resolve";
import { formatFault } from "../../../fault";
import { fieldsNamed, type HeaderField, type MessageParts } from "../../header-fields";
import {
  type Canonicalization,
  canonicalBody,
  canonicalField,
  signedFields,
  withoutSignature,
} from "./canonical";
import { findKey, isSignedBy, sha256 } from "./key";
import { type DkimSignature, parseSignature } from "./parse";

/** Results of a signature, as RFC 8601 §2.7.1 names them. */
type DkimResult = "pass" | "fail" | "policy" | "neutral" | "temperror" | "permerror";

/** What a verifier makes of one signature. */
export interface DkimCheck {
  readonly result: DkimResult;
  /** In words, for every result. */
  readonly why: string;
  /** Absent where the field cannot be read. */
  readonly signature?: DkimSignature;
  /** In bits. */
  readonly keySize?: number;
  /** Octets at the end of the body that `l` leaves uncovered: anybody can have added them. */
  readonly uncovered?: number;
}

/** A message may carry any number of signatures; verifiers look at some (RFC 6376 §6.1). */
const MOST_SIGNATURES = 20;

/** Verifies the signatures of a message, from the top. */
export async function checkDkim(
  message: MessageParts,
  resolve: Resolve,
  time: number | undefined,
): Promise<readonly DkimCheck[]> {
  const bodies = new BodyHashes(message.body);
  const fields = fieldsNamed(message.fields, "DKIM-Signature");
  const checks: DkimCheck[] = [];
  for (const field of fields.slice(0, MOST_SIGNATURES)) {
    const read = parseSignature(field.body, "dkim");
    checks.push(
      read.ok
        ? await checkSignature(field, read.value, message.fields, { bodies, resolve, time, kind: "dkim" })
        : { result: "neutral", why: `cannot be read: ${read.faults.map(formatFault).join("; ")}` },
    );
  }
  if (fields.length > MOST_SIGNATURES) {
    const left = fields.length - MOST_SIGNATURES;
    checks.push({ result: "neutral", why: `${left} more signatures were not looked at` });
  }
  return checks;
}

/** Hashes of one body, each made once. */
export class BodyHashes {
  private readonly canonical = new Map<Canonicalization, string>();

  constructor(private readonly body: string) {}

  of(how: Canonicalization, length: number | undefined): { readonly hash: string; readonly whole: number } {
    const text = this.canonical.get(how) ?? canonicalBody(this.body, how);
    this.canonical.set(how, text);
    const covered = length === undefined ? text : text.slice(0, length);
    return { hash: sha256(covered).toString("base64"), whole: text.length };
  }
}

export interface SignatureContext {
  readonly bodies: BodyHashes;
  readonly resolve: Resolve;
  /** When the message was received, in seconds since 1970; signatures do not expire where nobody knows. */
  readonly time: number | undefined;
  readonly kind: "dkim" | "arc";
}

/** Verifies one signature that was read (RFC 6376 §6.1). */
export async function checkSignature(
  field: HeaderField,
  signature: DkimSignature,
  fields: readonly HeaderField[],
  { bodies, resolve, time, kind }: SignatureContext,
): Promise<DkimCheck> {
  const answer = (result: DkimResult, why: string, more: Partial<DkimCheck> = {}): DkimCheck => ({
    result,
    why,
    signature,
    ...more,
  });
  const { algorithm, domain, selector, headers, canonicalization, length, identity, expires, made } =
    signature;
  const [headerHow, bodyHow] = canonicalization;
  if (algorithm === "rsa-sha1") {
    return answer("permerror", "is made with SHA-1, which verifiers must not accept (RFC 8301 §3.1)");
  }
  if (algorithm !== "rsa-sha256" && algorithm !== "ed25519-sha256") {
    return answer("permerror", `is made with an algorithm that nobody knows, ${JSON.stringify(algorithm)}`);
  }
  if (kind === "dkim" && !headers.some((header) => header.toLowerCase() === "from")) {
    return answer("permerror", "does not cover From (RFC 6376 §5.4)");
  }
  const identityDomain =
    identity === undefined ? domain : identity.slice(identity.lastIndexOf("@") + 1).toLowerCase();
  if (kind === "dkim" && !isNameWithin(identityDomain, domain)) {
    return answer(
      "permerror",
      `speaks for ${JSON.stringify(identityDomain)}, which is not in its d=${domain}`,
    );
  }
  if (expires !== undefined && made !== undefined && expires < made) {
    return answer("permerror", "expires before it was made");
  }
  if (expires !== undefined && time !== undefined && expires < time) {
    return answer("permerror", "had expired when the message was received");
  }
  const { hash, whole } = bodies.of(bodyHow, length);
  if (length !== undefined && length > whole) {
    return answer("permerror", `covers ${length} octets of a body of ${whole}`);
  }
  const found = await findKey(selector, domain, resolve);
  if (!found.ok) return answer(found.result, found.why);
  const { key, object } = found;
  const keySize = key.publicKey?.bits ?? 0;
  if (!algorithm.startsWith(`${key.keyType}-`)) {
    return answer("permerror", `is made with ${algorithm}, its key is for ${key.keyType}`, { keySize });
  }
  if (key.hashAlgorithms && !key.hashAlgorithms.includes("sha256")) {
    return answer("permerror", "its key does not allow SHA-256", { keySize });
  }
  if (kind === "dkim" && key.flags?.includes("s") && identityDomain !== domain) {
    return answer("permerror", `its key is for ${domain} alone, it speaks for ${identityDomain}`, {
      keySize,
    });
  }
  if (hash !== signature.bodyHash) {
    return answer("fail", "the body is not the one that was signed: it was changed on the way", { keySize });
  }
  const own = withoutSignature(field);
  const data = [...signedFields(fields, headers), own]
    .map((each) => canonicalField(each, headerHow))
    .join("\r\n");
  if (!isSignedBy(object, algorithm, data, signature.signature)) {
    return answer("fail", "header fields that it covers were changed, or another key made it", { keySize });
  }
  const uncovered = length === undefined ? 0 : whole - length;
  return answer(
    "pass",
    uncovered === 0 ? "verifies" : `verifies, but for the last ${uncovered} octets of the body`,
    {
      keySize,
      ...(uncovered === 0 ? {} : { uncovered }),
    },
  );
}
