import type { TenantPosture } from "../posture/model";

/** A tenant before and after. */
export interface TenantBeforeAfter {
  readonly name: string;
  readonly before: TenantPosture;
  readonly after: TenantPosture;
}
