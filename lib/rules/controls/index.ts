import { bulkSender } from "./bulk-sender";
import { cis } from "./cis";
import { scuba } from "./scuba";

export type { Control, ControlList, ControlRest, Look, LookPlace } from "./control";
export { LOOK_PLACES } from "./control";

/** The control lists that rules are held against, by the name of their pack. */
export const CONTROL_LISTS = { scuba, cis, "bulk-sender": bulkSender } as const;

/** The name of a control list. */
export type ControlListName = keyof typeof CONTROL_LISTS;
/** Every name of a control list, in the order of pages. */
export const CONTROL_LIST_NAMES = [
  "scuba",
  "cis",
  "bulk-sender",
] as const satisfies readonly ControlListName[];

/** The id of a control in a list: `MS.EXO.2.2v3`, `2.1.8`. */
export type ControlId<L extends ControlListName> = keyof (typeof CONTROL_LISTS)[L]["controls"] & string;

/** Controls of several lists. */
export type Controls = { readonly [L in ControlListName]?: readonly ControlId<L>[] };
