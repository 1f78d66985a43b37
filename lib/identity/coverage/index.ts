export type { Demand } from "./demands/demand";
export { BLOCK, MFA, PHISHING_RESISTANT_MFA, strengthCombinations } from "./demands/grant";
export { MULTIFACTOR, PHISHING_RESISTANT } from "./demands/methods";
export { type AccessChange, differenceOf, directionOf } from "./difference";
export { type LockOut, lockOutOf } from "./lock-out";
export { AccessModel, type PolicySet, type PolicyView } from "./model";
export {
  type AuthenticationStrength,
  canonicalId,
  type Group,
  type NamedLocation,
  type NamedObject,
  nestedGroups,
  objectWith,
  peopleIn,
  type TenantObjects,
} from "./objects";
export type { AccessPolicy } from "./policy";
export { isEmpty, TooManyCases } from "./solve";
export { signInsWithout } from "./without";
export { changeWords, formatSignIn, regionWords, type SignInWords } from "./words";
