import { coloursBy, type Paint, PLAIN } from "../lib/report/paint";
import { ownSequence } from "./terminal";

/** Colours where a terminal shows them; `NO_COLOR` (https://no-color.org) switches them off. */
export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  return stream.isTTY && !process.env.NO_COLOR ? coloursBy(ownSequence) : PLAIN;
}
