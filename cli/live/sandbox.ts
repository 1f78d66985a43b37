import { unwrap } from "../../lib/fault";
import { isLoopback, parseServer, type ServerAddress } from "../../observe/dns/address";

/** What stands for the world in the environment of a sandbox; nothing outside of one. */
export interface SandboxWorld {
  /** `127.0.0.1:<port>`: the one name server for everything. */
  readonly dns?: string;
  /** The one web server for everything. Its certificates are trusted by `NODE_EXTRA_CA_CERTS`. */
  readonly https?: { readonly host: string; readonly port: number };
}

/** @throws FaultError if something that is not on this machine is to stand for the web */
export function sandboxWorld(env: NodeJS.ProcessEnv): SandboxWorld {
  if (!env.MAIL_HYGIENE_SANDBOX) return {};
  const { M365_DNS_SERVER: dns, MAIL_HYGIENE_SANDBOX_HTTPS: https } = env;
  return {
    ...(dns ? { dns } : {}),
    ...(https ? { https: webServer(https) } : {}),
  };
}

function webServer(text: string): NonNullable<SandboxWorld["https"]> {
  const { address, port }: ServerAddress = unwrap("MAIL_HYGIENE_SANDBOX_HTTPS", onThisMachine(text));
  return { host: address, port };
}

function onThisMachine(text: string): ReturnType<typeof parseServer> {
  const read = parseServer(text);
  if (!read.ok || isLoopback(read.value)) return read;
  return {
    ok: false,
    faults: [
      {
        message: "only a sandbox on this machine may stand for the web",
        received: JSON.stringify(text),
        expected: "127.0.0.1:<port>",
      },
    ],
  };
}
