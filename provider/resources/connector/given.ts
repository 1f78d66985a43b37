import { type Fault, within } from "../../../lib/fault";

/** A value of a configuration: `null` is not set, `undefined` is not known before apply. */
export type Given<T> = T | null | undefined;

/** Surely empty: a set that is not known yet is not. */
export const isEmpty = (members: Given<readonly string[]>) =>
  members === null || (members !== undefined && members.length === 0);

/** The faults of every member of a set, each under its attribute. */
export function memberFaults(
  attribute: string,
  members: Given<readonly string[]>,
  faultOf: (member: string) => Fault | undefined,
): readonly Fault[] {
  return (members ?? []).flatMap((member) => {
    const fault = faultOf(member);
    return fault ? [within(fault, attribute)] : [];
  });
}
