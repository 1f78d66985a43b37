/** What an SPF record answers for one client (RFC 7208 §4): `check_host()`, with the course of the evaluation. */
export { checkHost, type SpfCheck } from "./check-host";
export type { SpfClient } from "./identity";
export { SPF_LIMITS, type SpfLimits } from "./limits";
export type { SpfProblem } from "./problem";
export type { SpfQuery } from "./query";
export type { CheckedStep, CheckedVisit, SpfResult, SpfStep, SpfVisit } from "./trace";
