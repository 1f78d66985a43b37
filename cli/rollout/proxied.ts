/**
 * Would a provider reach a URL by a proxy? Go's rule: HTTPS_PROXY or HTTP_PROXY, in either case, but for hosts of
 * NO_PROXY and this machine. https://pkg.go.dev/golang.org/x/net/http/httpproxy
 */
export function isProxied({ protocol, hostname }: URL, env: NodeJS.ProcessEnv): boolean {
  const name = protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  if (!(env[name] || env[name.toLowerCase()])) return false;
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return false;
  const exempt = (env.NO_PROXY || env.no_proxy || "").split(",").map((entry) => entry.trim().toLowerCase());
  return !exempt.some((entry) => {
    const host = entry.replace(/^\*?\./, "").replace(/:\d+$/, "");
    return entry === "*" || (host !== "" && (hostname === host || hostname.endsWith(`.${host}`)));
  });
}
