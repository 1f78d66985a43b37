export type { Demand, GrantDemand, SessionDemand } from "./demands/demand";
export { BLOCK, MFA, PHISHING_RESISTANT_MFA } from "./demands/grant";
export { type AccessChange, type Direction, differenceOf, directionOf } from "./difference";
export { type EmergencyAccess, type LockOut, lockOutOf } from "./lock-out";
export {
  AccessModel,
  type BoundPolicy,
  type KeyedPolicy,
  type PolicySet,
  type PolicyView,
  type UnjudgedPolicy,
} from "./model";
export {
  type AuthenticationStrength,
  canonicalId,
  type Group,
  type NamedLocation,
  type NamedObject,
  objectWith,
  type TenantObjects,
} from "./objects";
export type { AccessPolicy } from "./policy";
export type { SignIn } from "./sign-in";
export { isEmpty, TooManyCases } from "./solve";
export { signInsWithout } from "./without";
export { changeWords, formatSignIn, type RegionWords, regionWords, type SignInWords } from "./words";
