import type { TenantPosture } from "../model";
import type { LiveThing } from "./difference";
import { meaningsIn } from "./names";
import { compareObjects } from "./objects";
import { compareSignIns } from "./policies";

/**
 * A tenant as it was read against what the estate declares of it, value for value: also where Terraform sees no difference,
 * since its provider does not read a value back. First what is declared, in the estate's order, then what is there besides.
 */
export function compareTenant(declared: TenantPosture, observed: TenantPosture): readonly LiveThing[] {
  const meaning = meaningsIn(observed);
  const things = [
    ...compareSignIns(declared, observed, meaning),
    ...compareObjects(declared, observed, meaning),
  ];
  const isExtra = ({ status }: LiveThing) => status === "extra";
  return [...things.filter((one) => !isExtra(one)), ...things.filter(isExtra)];
}
