import type { RefusedAnswer } from "../../lib/tenant-reading/evidence";
import { CloudError } from "../http/cloud-error";

/** Graph's words where a tenant lacks a licence: a code of its own, or a text. */
const UNLICENSED = /licen[cs]e/i;

/** Exchange shows an application no cmdlet that its role does not have, or that the tenant has not bought. */
const UNSEEN = /CommandNotFoundException/;

/** What became of a question, as the evidence keeps it. */
export function refusedAnswer(
  error: unknown,
  { permission, licence }: { readonly permission: string; readonly licence?: string | undefined },
): RefusedAnswer {
  if (!(error instanceof CloudError)) {
    return { error: { code: "internal", message: "the answer could not be read", status: 0 } };
  }
  const { status, code, message } = error;
  const unlicensed = UNLICENSED.test(code) || UNLICENSED.test(message);
  const unseen = UNSEEN.test(code);
  const denied = unseen || (!unlicensed && (status === 401 || status === 403));
  return {
    error: {
      code,
      message: unseen ? `${message} Exchange shows an application only what it may use` : message,
      status,
      ...(denied ? { permission } : {}),
      ...((unlicensed || unseen) && licence !== undefined ? { licence } : {}),
      ...(unlicensed && licence === undefined ? { licence: "a licence that the tenant does not have" } : {}),
    },
  };
}
