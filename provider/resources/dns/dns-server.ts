import { isIP } from "node:net";
import { fail, ok, type Result } from "../../../lib/fault";
import type { Environment } from "../../microsoft-auth/auth";
import { type Dns, systemDns } from "./dns";

/**
 * The DNS as the provider asks it: the world's, or where `M365_DNS_SERVER` is set the one server that it names. Like
 * `M365_LOGIN_URL` and its like it may name this machine and nothing else: an environment cannot make the provider
 * believe records that the world does not see.
 */
export function readDns(env: Environment): Result<Dns> {
  const server = env.M365_DNS_SERVER;
  if (!server) return ok(systemDns());
  if (isLoopbackServer(server)) return ok(oneServerDns(server));
  return fail({
    path: ["M365_DNS_SERVER"],
    message: "only an emulator on this machine may stand for the DNS",
    received: JSON.stringify(server),
    expected: "127.0.0.1:<port> or [::1]:<port>",
  });
}

/** Every question goes to one server, which is every zone's name server and every resolver. */
function oneServerDns(server: string): Dns {
  const dns = systemDns([server]);
  return {
    ask: (name, type) => dns.ask(name, type),
    authoritative: async () => [{ name: server, address: server }],
  };
}

function isLoopbackServer(server: string): boolean {
  const [, v4 = "", v6 = "", port = ""] = /^(?:([\d.]+)|\[([\da-f:]+)\]):(\d{1,5})$/i.exec(server) ?? [];
  if (Number(port) < 1 || Number(port) > 65_535) return false;
  return v6 === "::1" || (isIP(v4) === 4 && v4.startsWith("127."));
}
