/** One received message: its way, what hosts said of it, and its authentication evaluated again. */
export { propertyOf } from "./authentication-results";
export { dateText } from "./date";
export {
  judgeMessage,
  type MessageOptions,
  type MessageReport,
  trustedHost,
} from "./judge";
export { compauthReason, reportWords } from "./microsoft";
export type { Said } from "./said";
export type { Hop, HopKind } from "./way";
