import {
  type AccessModel,
  type Demand,
  formatSignIn,
  isEmpty,
  regionWords,
  signInsWithout,
  TooManyCases,
} from "../../identity/coverage";
import type { Conditions } from "../../identity/coverage/conditions";
import type { TenantPosture } from "../model";
import { accessModelOf, expectedExceptions } from "./policies";

/** Sign-ins of which something is not demanded, though it should be. */
export interface OpenSignIns {
  /** `guests, from browsers; service providers`. */
  readonly words: string;
  /** Are they those alone whom policies leave out by name: users and groups? */
  readonly exemptOnly: boolean;
}

/** How many kinds of sign-ins a finding lists. */
const MOST = 4;

/**
 * Where a tenant's policies do not demand something of users at applications, break-glass and the accounts of Entra
 * Connect aside. Nothing where it is demanded everywhere, and where policies are not known.
 * @param within which sign-ins are asked about. @default all
 */
export function openSignIns(
  tenant: TenantPosture,
  demand: Demand,
  within: (model: AccessModel) => Conditions = () => [],
): OpenSignIns | undefined {
  const model = accessModelOf(tenant);
  if (!model) return undefined;
  const { everything } = model.space;
  const scope = { within: within(model), except: expectedExceptions(model, tenant) };
  try {
    const open = signInsWithout(model, demand, scope);
    if (isEmpty(open, everything)) return undefined;
    const { signIns, more } = regionWords(model, open, { most: MOST });
    return {
      words: [...signIns.map(formatSignIn), ...(more ? ["and others"] : [])].join("; "),
      exemptOnly: isEmpty(signInsWithout(model, demand, { ...scope, exempted: true }), everything),
    };
  } catch (error) {
    if (!(error instanceof TooManyCases)) throw error;
    return { words: `cannot be told: ${error.message}`, exemptOnly: false };
  }
}
