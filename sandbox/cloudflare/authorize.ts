import { ApiError } from "./envelope";

/** RFC 6750 §2.1, `b64token`: what the header may hold at all. */
const BEARER = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/;
/** Cloudflare's own tokens: 40 characters; newer ones have a prefix and are longer. */
const TOKEN = /^[A-Za-z0-9_-]{40,}$/;

/**
 * Any token of the right form will do: there is nobody to keep out.
 * @throws ApiError with Cloudflare's codes for a token that is missing or cannot be one
 */
export function authorize(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const { authorization } = headers;
  if (authorization === undefined) {
    throw new ApiError(400, {
      code: 9106,
      message: "Missing X-Auth-Key, X-Auth-Email or Authorization headers",
    });
  }
  const token = BEARER.exec(String(authorization))?.[1];
  if (token === undefined) {
    throw new ApiError(400, {
      code: 6003,
      message: "Invalid request headers",
      error_chain: [{ code: 6111, message: "Invalid format for Authorization header" }],
    });
  }
  if (!TOKEN.test(token)) {
    throw new ApiError(403, { code: 9109, message: "Invalid access token" });
  }
  return token;
}
