import type { Construct } from "constructs";
import { CLOUDS } from "../../lib/microsoft/clouds";
import type { Cloud, CredentialsOptions } from "../../lib/options";
import { type Literal, literal, literalOrReference } from "../terraform/text";
import { M365Provider } from "./bindings";

/** A tenant, and who opens it. */
export interface TenantAccess {
  /** @default worldwide */
  readonly cloud?: Cloud | undefined;
  /** @default the one that `ARM_TENANT_ID` names */
  readonly tenantId?: string | undefined;
  /** Which credentials of the environment. @default `ARM_*` */
  readonly credentials?: CredentialsOptions | undefined;
}

/** A configuration of provider m365. @param alias where a scope has several */
export function addM365Provider(
  scope: Construct,
  id: string,
  { cloud = "worldwide", tenantId, credentials }: TenantAccess,
  alias?: Literal,
): InstanceType<typeof M365Provider> {
  return new M365Provider(scope, id, {
    ...(alias === undefined ? {} : { alias }),
    // Written even where it is the provider's default: `ARM_ENVIRONMENT` must not choose another cloud.
    environment: literal(CLOUDS[cloud].environment.m365),
    ...(tenantId === undefined ? {} : { tenantId: literalOrReference(tenantId) }),
    ...(credentials === undefined ? {} : { credentialsPrefix: literal(credentials.prefix) }),
  });
}
