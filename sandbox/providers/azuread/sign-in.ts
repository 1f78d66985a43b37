import { type Fault, formatFault } from "../../../lib/fault";
import { Caller } from "../../../provider/http/caller";
import { type Clock, SYSTEM_CLOCK } from "../../../provider/http/clock";
import { CloudError } from "../../../provider/http/cloud-error";
import { Gate } from "../../../provider/http/gate";
import { field, text } from "../../../provider/http/json";
import { CONNECTIONS } from "../../../provider/http/send";
import type { Environment } from "../../../provider/microsoft-auth/auth";
import { readAuth } from "../../../provider/microsoft-auth/read-auth";
import { TokenCache } from "../../../provider/microsoft-auth/token-cache";
import { DiagnosticError } from "../../../provider/plugin/index";
import type { AzureAd } from "./azuread";
import { type GraphCalls, graphCalls, quoted } from "./graph-calls";
import { discover } from "./metadata";

/** Signs in by the environment's `ARM_*`, at the cloud of its metadata host. */
export async function signIn(
  env: Environment,
  signal: AbortSignal,
  clock: Clock = SYSTEM_CLOCK,
): Promise<AzureAd> {
  const { login, graph } = await discover(env.ARM_METADATA_HOSTNAME, env.SSL_CERT_FILE, signal);
  // A metadata host leaves the cloud's name without a meaning; and provider m365's own variables are not azuread's.
  const { ARM_ENVIRONMENT: _, M365_LOGIN_URL: _login, M365_GRAPH_URL: _graph, ...own } = env;
  const auth = readAuth({}, own);
  if (!auth.ok) {
    const [first, ...rest] = auth.faults.map(unconfigured);
    throw new DiagnosticError(first ?? { summary: "no credentials" }, ...rest);
  }
  const { tenantId, clientId, credential } = auth.value;
  const tokens = new TokenCache({ login, tenantId, clientId, credential, clock });
  const scope = `${graph}/.default`;
  const token = await tokens.token(scope, signal).catch((error: unknown) => {
    if (!(error instanceof CloudError)) throw error;
    throw new DiagnosticError({
      summary: "unable to obtain access token",
      detail: `${error.code}: ${error.message}`,
    });
  });
  const calls = graphCalls(
    new Caller({
      tokens,
      origin: graph,
      scope,
      needs: "permissions of Graph",
      gate: new Gate(CONNECTIONS, clock),
      clock,
    }),
  );
  const objectId = claim(token, "oid") ?? (await servicePrincipal(calls, clientId, signal));
  return { graph: calls, tenantId, clientId, objectId };
}

/** The token is not ours to check, only to read. */
function claim(token: string, name: string): string | undefined {
  const [, claims = ""] = token.split(".");
  try {
    return text(field(JSON.parse(Buffer.from(claims, "base64url").toString()), name));
  } catch {
    return undefined;
  }
}

async function servicePrincipal(graph: GraphCalls, clientId: string, signal: AbortSignal): Promise<string> {
  const [found] = await graph.list({
    doing: "could not find the service principal that is signed in",
    path: "v1.0/servicePrincipals",
    query: { $filter: `appId eq ${quoted(clientId)}` },
    signal,
  });
  return text(found?.id) ?? "";
}

function unconfigured(fault: Fault) {
  return { summary: `azuread cannot sign in: ${fault.message}`, detail: formatFault(fault) };
}
