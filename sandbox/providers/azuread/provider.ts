import type { Clock } from "../../../provider/http/clock";
import type { Environment } from "../../../provider/microsoft-auth/auth";
import { type Provider, provider } from "../../../provider/plugin/index";
import { authenticationStrengthPolicy } from "./authentication-strength-policy";
import type { AzureAd } from "./azuread";
import { conditionalAccessPolicy } from "./conditional-access-policy";
import { clientConfig } from "./data/client-config";
import { directoryRoleTemplates } from "./data/directory-role-templates";
import { domains } from "./data/domains";
import { groupData } from "./data/group";
import { groups } from "./data/groups";
import { namedLocationData } from "./data/named-location";
import { user } from "./data/user";
import { users } from "./data/users";
import { directoryRoleEligibility } from "./directory-role-eligibility";
import { group } from "./group";
import { groupMember } from "./group-member";
import { namedLocation } from "./named-location";
import { providerAttributes } from "./schema";
import { signIn } from "./sign-in";

/** What the provider meets outside. Tests give their own. */
export interface ProviderDependencies {
  readonly env?: Environment;
  readonly clock?: Clock;
}

/** Where an argument is left out, the environment has it under a name of this form; one has another. */
const VARIABLES: Readonly<Record<string, string>> = { metadata_host: "ARM_METADATA_HOSTNAME" };

/**
 * Stands in for hashicorp/azuread 3.7.0 in the sandbox: the same schemas for what this project declares, the same calls
 * of Graph, at an address on this machine and nowhere else. Where the real one polls until Microsoft's copies agree, it
 * reads once.
 */
export function azureadStandIn({ env = process.env, clock }: ProviderDependencies = {}): Provider {
  return provider({
    name: "azuread",
    version: "3.7.0",
    attributes: providerAttributes(),
    legacyTypeSystem: true,
    configure(config, { signal }): Promise<AzureAd> {
      const set = Object.entries(config).flatMap(([name, value]) => {
        const variable = VARIABLES[name] ?? `ARM_${name.toUpperCase()}`;
        return value === null || value === "" ? [] : [[variable, String(value)] as const];
      });
      return signIn({ ...env, ...Object.fromEntries(set) }, signal, clock);
    },
    resources: {
      azuread_authentication_strength_policy: authenticationStrengthPolicy,
      azuread_conditional_access_policy: conditionalAccessPolicy,
      azuread_directory_role_eligibility_schedule_request: directoryRoleEligibility,
      azuread_group: group,
      azuread_group_member: groupMember,
      azuread_named_location: namedLocation,
    },
    dataSources: {
      azuread_client_config: clientConfig,
      azuread_directory_role_templates: directoryRoleTemplates,
      azuread_domains: domains,
      azuread_group: groupData,
      azuread_groups: groups,
      azuread_named_location: namedLocationData,
      azuread_user: user,
      azuread_users: users,
    },
  });
}
