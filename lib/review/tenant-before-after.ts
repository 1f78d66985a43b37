import type { TenantPosture } from "../posture/model";
import type { SignInChanges } from "./changes/sign-ins";

/** A tenant before and after. */
export interface TenantBeforeAfter {
  readonly name: string;
  readonly before: TenantPosture;
  readonly after: TenantPosture;
  readonly signIns: SignInChanges;
}
