import { fail, ok, type Result } from "../../lib/fault";
import { CLOUD_NAMES, CLOUDS, type Endpoints, parseCloud } from "../../lib/microsoft/clouds";
import type { Cloud } from "../../lib/options";
import type { Environment } from "./auth";

/** The cloud of that name, in azuread's words or the estate's. */
export function readCloud(name: string): Result<Cloud> {
  const known = CLOUD_NAMES.find((cloud) => {
    const { azuread, m365, also } = CLOUDS[cloud].environment;
    return [azuread, m365, ...also].includes(name);
  });
  if (known !== undefined) return ok(known);
  const parsed = parseCloud(name);
  return parsed.ok ? ok(parsed.value.name) : parsed;
}

const OVERRIDES = ["M365_LOGIN_URL", "M365_GRAPH_URL", "M365_EXCHANGE_URL", "M365_COMPLIANCE_URL"] as const;

/**
 * The cloud's endpoints, or an emulator's: `M365_LOGIN_URL`, `M365_GRAPH_URL`, `M365_EXCHANGE_URL` and
 * `M365_COMPLIANCE_URL` may name this machine and nothing else, so that no environment can send a secret elsewhere.
 */
export function readEndpoints(cloud: Cloud, env: Environment): Result<Endpoints> {
  const faults = OVERRIDES.filter((name) => env[name] && !isLoopback(env[name])).map((name) => ({
    path: [name],
    message: "only an emulator on this machine may stand for Microsoft",
    expected: "http://127.0.0.1:<port>",
  }));
  if (faults.length > 0) return fail(...faults);
  const at = (key: "login" | "graph" | "exchange" | "compliance", name: (typeof OVERRIDES)[number]) =>
    env[name] ? new URL(env[name]).origin : CLOUDS[cloud].endpoints[key];
  return ok({
    ...CLOUDS[cloud].endpoints,
    login: at("login", "M365_LOGIN_URL"),
    graph: at("graph", "M365_GRAPH_URL"),
    exchange: at("exchange", "M365_EXCHANGE_URL"),
    compliance: at("compliance", "M365_COMPLIANCE_URL"),
  });
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && ["127.0.0.1", "[::1]", "localhost"].includes(new URL(url).hostname);
}
