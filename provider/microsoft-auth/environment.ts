import { fail, ok, type Result } from "../../lib/fault";
import { parseCloud } from "../../lib/microsoft/clouds";
import { ENDPOINTS, type Endpoints } from "../../lib/microsoft/endpoints";
import type { Cloud } from "../../lib/options";
import type { Environment } from "./auth";

/** What azuread's `environment` (`ARM_ENVIRONMENT`) calls the clouds. */
const AZUREAD: Readonly<Record<string, Cloud>> = {
  global: "worldwide",
  public: "worldwide",
  usgovernment: "gcc-high",
  usgovernmentl4: "gcc-high",
  usgovernmentl5: "dod",
  dod: "dod",
  china: "china",
};

/** The cloud of that name, in azuread's words or the estate's. */
export function readCloud(name: string): Result<Cloud> {
  const known = Object.hasOwn(AZUREAD, name) ? AZUREAD[name] : undefined;
  if (known !== undefined) return ok(known);
  const parsed = parseCloud(name);
  return parsed.ok ? ok(parsed.value.name) : parsed;
}

const OVERRIDES = ["M365_LOGIN_URL", "M365_GRAPH_URL", "M365_EXCHANGE_URL"] as const;

/**
 * The cloud's endpoints, or an emulator's: `M365_LOGIN_URL`, `M365_GRAPH_URL` and `M365_EXCHANGE_URL` may name this
 * machine and nothing else, so that no environment can send a secret elsewhere.
 */
export function readEndpoints(cloud: Cloud, env: Environment): Result<Endpoints> {
  const faults = OVERRIDES.filter((name) => env[name] && !isLoopback(env[name])).map((name) => ({
    path: [name],
    message: "only an emulator on this machine may stand for Microsoft",
    expected: "http://127.0.0.1:<port>",
  }));
  if (faults.length > 0) return fail(...faults);
  const at = (key: "login" | "graph" | "exchange", name: (typeof OVERRIDES)[number]) =>
    env[name] ? new URL(env[name]).origin : ENDPOINTS[cloud][key];
  return ok({
    ...ENDPOINTS[cloud],
    login: at("login", "M365_LOGIN_URL"),
    graph: at("graph", "M365_GRAPH_URL"),
    exchange: at("exchange", "M365_EXCHANGE_URL"),
  });
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && ["127.0.0.1", "[::1]", "localhost"].includes(new URL(url).hostname);
}
