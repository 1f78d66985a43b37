import { type DnsName, parseName } from "../../dns/name";
import { fail, ok, type Result, within } from "../../fault";
import type { DkimSelectorOptions } from "../../options";
import { type DkimKey, formatDkimKey, parseDkimKey } from "./key";
import { parsePublicKey } from "./public-key";

/** What a record at a selector's name holds. */
export type DkimSelectorValue =
  | { readonly type: "CNAME"; readonly target: DnsName }
  | { readonly type: "TXT"; readonly value: string };

/** The value of every revoked RSA key, also of the wildcard of a domain that never signs. */
export const REVOKED_DKIM_KEY = "v=DKIM1; p=";

/**
 * The record value that a selector's options declare. Keys are read and checked, then written in this
 * project's form: folds and line breaks of a pasted record are gone, its meaning is the same.
 */
export function buildDkimSelector(options: DkimSelectorOptions): Result<DkimSelectorValue> {
  const kinds = ["cname", "txt", "publicKey", "revoked"].filter((kind) => kind in options);
  if (kinds.length !== 1) {
    return fail({
      message: kinds.length === 0 ? "selector without a value" : "selector with more than one value",
      received: kinds.join(", ") || "none",
      expected: "one of cname, txt, publicKey, revoked",
    });
  }
  if ("cname" in options) return aliasTo(options.cname);
  if ("revoked" in options) return ok({ type: "TXT", value: REVOKED_DKIM_KEY });
  const key = "txt" in options ? parseDkimKey(options.txt) : bareKey(options);
  if (key.ok) return ok({ type: "TXT", value: formatDkimKey(key.value) });
  const member = "txt" in options ? "txt" : "publicKey";
  return fail(...key.faults.map((fault) => within(fault, member)));
}

function aliasTo(cname: string): Result<DkimSelectorValue> {
  const target = parseName(cname, "owner");
  if (target.ok && !target.value.includes("*")) return ok({ type: "CNAME", target: target.value });
  const faults = target.ok
    ? [
        {
          message: "alias to a wildcard",
          received: JSON.stringify(cname),
          expected: "the signer's host name",
        },
      ]
    : target.faults;
  return fail(...faults.map((fault) => within(fault, "cname")));
}

function bareKey(options: { publicKey: string; keyType?: "rsa" | "ed25519" }): Result<DkimKey> {
  if (/^\s*"?\s*[vkp]\s*=/.test(options.publicKey)) {
    return fail({ message: "a whole key record", expected: "the base64 after p=", fix: "write it as txt" });
  }
  const keyType = options.keyType ?? "rsa";
  const key = parsePublicKey(options.publicKey, keyType);
  return key.ok ? ok({ keyType, publicKey: key.value, unknown: [] }) : key;
}
