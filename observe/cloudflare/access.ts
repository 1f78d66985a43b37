/** Where Cloudflare's API is and how it is opened, as its Terraform provider takes both from the environment. */
export interface CloudflareAccess {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}

const BASE_URL = "https://api.cloudflare.com/client/v4";

/** https://registry.terraform.io/providers/cloudflare/cloudflare/5.14.0/docs; `undefined` where there are no credentials. */
export function cloudflareAccess(env: NodeJS.ProcessEnv): CloudflareAccess | undefined {
  const { CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_API_KEY: key, CLOUDFLARE_EMAIL: email } = env;
  const baseUrl = (env.CLOUDFLARE_BASE_URL || BASE_URL).replace(/\/+$/, "");
  if (token) return { baseUrl, headers: { authorization: `Bearer ${token}` } };
  if (key && email) return { baseUrl, headers: { "x-auth-key": key, "x-auth-email": email } };
  return undefined;
}
