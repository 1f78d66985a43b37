import type { Entity } from "./entity";

/** Every property of a user that is known here, as a new account has it. */
export const USER_DEFAULTS: Readonly<Record<string, unknown>> = {
  id: null,
  deletedDateTime: null,
  accountEnabled: true,
  ageGroup: null,
  assignedLicenses: [],
  businessPhones: [],
  city: null,
  companyName: null,
  consentProvidedForMinor: null,
  country: null,
  createdDateTime: null,
  creationType: null,
  department: null,
  displayName: null,
  employeeHireDate: null,
  employeeId: null,
  employeeOrgData: null,
  employeeType: null,
  externalUserState: null,
  externalUserStateChangeDateTime: null,
  faxNumber: null,
  givenName: null,
  imAddresses: [],
  jobTitle: null,
  lastPasswordChangeDateTime: null,
  legalAgeGroupClassification: null,
  mail: null,
  mailNickname: null,
  mobilePhone: null,
  officeLocation: null,
  onPremisesDistinguishedName: null,
  onPremisesDomainName: null,
  onPremisesImmutableId: null,
  onPremisesLastSyncDateTime: null,
  onPremisesProvisioningErrors: [],
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesSyncEnabled: null,
  onPremisesUserPrincipalName: null,
  otherMails: [],
  passwordPolicies: null,
  postalCode: null,
  preferredDataLocation: null,
  preferredLanguage: null,
  proxyAddresses: [],
  securityIdentifier: null,
  showInAddressList: null,
  signInSessionsValidFromDateTime: null,
  state: null,
  streetAddress: null,
  surname: null,
  usageLocation: null,
  userPrincipalName: null,
  userType: "Member",
};

/** What v1.0 shows of a user unless `$select` asks for more. */
export const USER_SHOWN = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
];

export function newUser(id: string, userPrincipalName: string, given: object): Entity {
  const created = instant();
  return {
    ...USER_DEFAULTS,
    createdDateTime: created,
    lastPasswordChangeDateTime: created,
    signInSessionsValidFromDateTime: created,
    mailNickname: userPrincipalName.split("@")[0],
    ...given,
    id,
    userPrincipalName,
  };
}

/** Now, in whole seconds, as the directory writes it. */
export function instant(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
