import type { Path } from "../../fault";
import type { IdentityPlan } from "../../identity/identity-plan";
import type { TenantReading } from "../../tenant-reading/reading";
import { readPosture, unreadPosture } from "../from-reading";
import type { TenantPosture, Where } from "../model";
import { compareTenant } from "./compare-tenant";
import { compareConfirmed } from "./confirmed";
import type { LiveTenant } from "./difference";
import { comparePasswordReset } from "./password-reset";

/** What an estate says of a tenant, and what was read of it. */
export interface VerifiedTenant {
  /** As the estate calls it. */
  readonly name: string;
  /** What it declares. Absent: nothing. */
  readonly declared?: TenantPosture;
  /** What it declares of identities. Absent: nothing. */
  readonly plan?: IdentityPlan;
  /** The tenant as it was read, or why it was not. */
  readonly read: TenantReading | string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Where a value of the tenant stands in the estate. */
  at(path: Path): Where;
}

/** The posture of a tenant of an estate as it is now, and how that stands to what is declared. */
export function verifyTenant({ name, declared, plan, read, today, at }: VerifiedTenant): {
  readonly posture: TenantPosture;
  readonly live: LiveTenant;
} {
  const { breakGlass, sspr, sync } = plan ?? {};
  const posture =
    typeof read === "string"
      ? unreadPosture(name, read)
      : readPosture(read, name, {
          ...(breakGlass ? { breakGlass: breakGlass.group } : {}),
          ...(sspr ? { sspr: sspr.group } : {}),
        });
  const here = at(["identity"]);
  return {
    posture,
    live: {
      name,
      things: [
        ...(sspr && typeof read !== "string"
          ? [comparePasswordReset(sspr.group, read, at(["identity", "sspr"]))]
          : []),
        ...(sync && sync.writeback.length > 0
          ? [compareConfirmed("password writeback is on", sync.confirmed, today, here)]
          : []),
        ...compareTenant(declared ?? { name, where: here }, posture),
      ],
    },
  };
}
