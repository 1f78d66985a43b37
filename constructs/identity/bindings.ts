import { AuthenticationStrengthPolicy as AnyStrength } from "@cdktf/provider-azuread/lib/authentication-strength-policy";
import {
  ConditionalAccessPolicy as AnyPolicy,
  type ConditionalAccessPolicyConfig as AnyPolicyConfig,
} from "@cdktf/provider-azuread/lib/conditional-access-policy";
import { DataAzureadGroup as AnyDataGroup } from "@cdktf/provider-azuread/lib/data-azuread-group";
import { DataAzureadGroups as AnyDataGroups } from "@cdktf/provider-azuread/lib/data-azuread-groups";
import { DataAzureadUser as AnyDataUser } from "@cdktf/provider-azuread/lib/data-azuread-user";
import { DataAzureadUsers as AnyDataUsers } from "@cdktf/provider-azuread/lib/data-azuread-users";
import { DirectoryRoleEligibilityScheduleRequest as AnyEligibility } from "@cdktf/provider-azuread/lib/directory-role-eligibility-schedule-request";
import { Group as AnyGroup } from "@cdktf/provider-azuread/lib/group";
import {
  NamedLocation as AnyNamedLocation,
  type NamedLocationConfig as AnyNamedLocationConfig,
} from "@cdktf/provider-azuread/lib/named-location";
import { AzureadProvider as AnyProvider } from "@cdktf/provider-azuread/lib/provider";
import { type Gated, gated } from "../terraform/gated";

// What tenants' stacks declare, behind the gate that only Terraform text passes.

export const AuthenticationStrengthPolicy = gated(AnyStrength);
export const AzureadProvider = gated(AnyProvider);
export const ConditionalAccessPolicyResource = gated(AnyPolicy);
export type ConditionalAccessPolicyConfig = Gated<AnyPolicyConfig>;
export const DataAzureadGroup = gated(AnyDataGroup);
export const DataAzureadGroups = gated(AnyDataGroups);
export const DataAzureadUser = gated(AnyDataUser);
export const DataAzureadUsers = gated(AnyDataUsers);
export const DirectoryRoleEligibility = gated(AnyEligibility);
export const Group = gated(AnyGroup);
export const NamedLocation = gated(AnyNamedLocation);
export type NamedLocationConfig = Gated<AnyNamedLocationConfig>;
