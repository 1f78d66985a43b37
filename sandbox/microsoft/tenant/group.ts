import type { Entity } from "./entity";
import { instant } from "./user";

/** Every property of a group that is known here, as a new security group has it. */
export const GROUP_DEFAULTS: Readonly<Record<string, unknown>> = {
  id: null,
  deletedDateTime: null,
  assignedLabels: [],
  assignedLicenses: [],
  classification: null,
  createdDateTime: null,
  creationOptions: [],
  description: null,
  displayName: null,
  expirationDateTime: null,
  groupTypes: [],
  isAssignableToRole: null,
  mail: null,
  mailEnabled: false,
  mailNickname: null,
  membershipRule: null,
  membershipRuleProcessingState: null,
  onPremisesDomainName: null,
  onPremisesLastSyncDateTime: null,
  onPremisesNetBiosName: null,
  onPremisesProvisioningErrors: [],
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesSyncEnabled: null,
  preferredDataLocation: null,
  preferredLanguage: null,
  proxyAddresses: [],
  renewedDateTime: null,
  resourceBehaviorOptions: [],
  resourceProvisioningOptions: [],
  securityEnabled: true,
  securityIdentifier: null,
  serviceProvisioningErrors: [],
  theme: null,
  uniqueName: null,
  visibility: null,
  writebackConfiguration: { isEnabled: null, onPremisesGroupType: null },
};

export function newGroup(id: string, given: object): Entity {
  const created = instant();
  return {
    ...GROUP_DEFAULTS,
    createdDateTime: created,
    renewedDateTime: created,
    securityIdentifier: securityIdentifier(id),
    ...given,
    id,
  };
}

/** The SID of a cloud object: its id as four little-endian numbers. */
function securityIdentifier(id: string): string {
  const [a = "", b = "", c = "", ...rest] = id.split("-");
  const swapped = [a, b, c].map((hex) => hex.match(/../g)?.reverse().join("") ?? "").join("");
  const bytes = Buffer.from(swapped + rest.join(""), "hex");
  return `S-1-12-1-${[0, 4, 8, 12].map((at) => bytes.readUInt32LE(at)).join("-")}`;
}
