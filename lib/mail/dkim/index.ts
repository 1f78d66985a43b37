/** DKIM's records (RFC 6376 §3.6.1) as data: Microsoft's selector pair, other signers' selectors, and the keys in them. */
export { buildDkimSelector, type DkimSelectorValue, REVOKED_DKIM_KEY } from "./build";
export { adviseDkimKey, type DkimKey, formatDkimKey, parseDkimKey } from "./key";
export { type DkimMeaning, dkimMeaning } from "./meaning";
export {
  checkMicrosoftDkimTarget,
  type MicrosoftDkimOptions,
  type MicrosoftDkimTarget,
  type MicrosoftSelector,
  microsoftDkimTargets,
  parseMicrosoftDkimTarget,
} from "./microsoft";
export { type DkimKeyType, type DkimPublicKey, parsePublicKey } from "./public-key";
export { selectorName } from "./selector";
