import { connect as connectTcp, isIP } from "node:net";
import { connect as connectTls } from "node:tls";

/** How long a connection may take, in milliseconds. */
const TIMEOUT = 5000;

/**
 * Can the API be reached from here as the gateway reaches it? Terraform's providers trust the authorities of the system,
 * Node its own and those of NODE_EXTRA_CA_CERTS: behind a proxy that opens TLS, one may fail where the other does not.
 * @returns why not; `undefined` if it can
 */
export function unreachable(upstream: URL): Promise<string | undefined> {
  const isTls = upstream.protocol === "https:";
  const host = upstream.hostname.replace(/^\[|\]$/g, "");
  const port = Number(upstream.port || (isTls ? 443 : 80));
  return new Promise((resolve) => {
    const socket = isTls
      ? connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }), ALPNProtocols: ["http/1.1"] })
      : connectTcp({ host, port });
    const end = (reason: string | undefined) => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(TIMEOUT, () => end(`${upstream.host} does not answer`));
    socket.once(isTls ? "secureConnect" : "connect", () => end(undefined));
    socket.once("error", ({ message }) => end(message));
  });
}
