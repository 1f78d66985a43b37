import { readFileSync } from "node:fs";
import { type Fault, fail, ok, type Result, within } from "../../lib/fault";
import { CLOUDS } from "../../lib/microsoft/clouds";
import type { Auth, AuthSettings, Environment } from "./auth";
import { readCloud, readEndpoints } from "./environment";
import { readCredential } from "./read-credential";

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Who calls: what is set, and for the rest the environment in azuread's names (`ARM_TENANT_ID`, `ARM_CLIENT_ID`,
 * `ARM_CLIENT_SECRET`, `ARM_CLIENT_CERTIFICATE_PATH`, `ARM_USE_OIDC`, …), so that one set of variables serves both
 * providers. Faults name the variable in `path`; nothing is fetched yet, and certificates are not opened.
 * https://registry.terraform.io/providers/hashicorp/azuread/latest/docs
 */
export function readAuth(set: AuthSettings, env: Environment): Result<Auth> {
  const cloud = readCloud(set.environment || env.ARM_ENVIRONMENT || "worldwide");
  if (!cloud.ok) return fail(...cloud.faults.map((fault) => within(fault, "ARM_ENVIRONMENT")));
  const tenantId = guid("ARM_TENANT_ID", "tenant", set.tenantId || env.ARM_TENANT_ID);
  const clientId = guid("ARM_CLIENT_ID", "application", readClientId(set, env));
  const endpoints = readEndpoints(cloud.value, env);
  const credential = readCredential(set, env, CLOUDS[cloud.value].endpoints.federationAudience, readText);
  if (tenantId.ok && clientId.ok && endpoints.ok && credential.ok) {
    return ok({
      tenantId: tenantId.value,
      clientId: clientId.value,
      credential: credential.value,
      endpoints: endpoints.value,
      resources: CLOUDS[cloud.value].endpoints,
    });
  }
  const faults: readonly Fault[] = [tenantId, clientId, endpoints, credential].flatMap((result) =>
    result.ok ? [] : result.faults,
  );
  return fail(...faults);
}

function readClientId(set: AuthSettings, env: Environment): string | undefined {
  const given = set.clientId || env.ARM_CLIENT_ID;
  if (given || !env.ARM_CLIENT_ID_FILE_PATH) return given;
  const content = readText(env.ARM_CLIENT_ID_FILE_PATH);
  return content.ok ? content.value.trim() : undefined;
}

function guid(path: string, of: string, value: string | undefined): Result<string> {
  if (value !== undefined && GUID.test(value)) return ok(value.toLowerCase());
  return fail({
    path: [path],
    message: `the ${of}'s id is ${value ? "no GUID" : "missing"}`,
    ...(value ? { received: JSON.stringify(value) } : {}),
    expected: "a GUID",
  });
}

function readText(path: string): Result<string> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch {
    return fail({ message: "the file cannot be read", received: path });
  }
}
