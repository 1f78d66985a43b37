export { compareTenant } from "./compare-tenant";
export { compareConfirmed } from "./confirmed";
export type { LiveStatus, LiveTenant, LiveThing } from "./difference";
export { comparePasswordReset } from "./password-reset";
export { verifyTenant } from "./verify-tenant";
