import type { Construct } from "constructs";
import type { SyncPlan } from "../../lib/identity/identity-plan";
import { CLOUDS } from "../../lib/microsoft/clouds";
import type { Cloud, CredentialsOptions } from "../../lib/options";
import { DataM365DirectorySync, M365Provider } from "../exchange/bindings";
import { literal, literalOrReference } from "../terraform/text";

/** The tenant whose synchronization is looked at, and who looks. */
interface Looking {
  readonly cloud: Cloud;
  readonly tenantId: string | undefined;
  readonly credentials: CredentialsOptions | undefined;
}

/** Looks at directory synchronization in each plan; what is not as expected ends the plan with an error. */
export function addDirectorySyncCheck(
  scope: Construct,
  { cloud, tenantId, credentials }: Looking,
  { maxAge, writeback }: SyncPlan,
): void {
  if (maxAge === undefined) return;
  new M365Provider(scope, "M365", {
    // Written even where it is the provider's default: `ARM_ENVIRONMENT` must not choose another cloud.
    environment: literal(CLOUDS[cloud].environment.m365),
    ...(tenantId === undefined ? {} : { tenantId: literalOrReference(tenantId) }),
    ...(credentials === undefined ? {} : { credentialsPrefix: literal(credentials.prefix) }),
  });
  new DataM365DirectorySync(scope, "DirectorySync", {
    maxAge,
    ...(writeback.length > 0 ? { licensed: true } : {}),
    assert: true,
  });
}
