import { visibleLine } from "../../../lib/visible";
import type { GraphObject } from "../../graph/types";
import { field, text } from "../../http/json";

/** A sign-in of the audit log as one line: when, to what, from where, and whether it failed. */
export function signInLine(one: GraphObject): string {
  const code = field(one.status, "errorCode");
  const failed = code === 0 ? "" : ` (failed: ${typeof code === "number" ? code : "unknown"})`;
  const facts = [one.createdDateTime, one.appDisplayName].flatMap((fact) => text(fact) ?? []);
  const from = text(one.ipAddress) ?? "an address that is not shown";
  return visibleLine(`${facts.join(" ")} from ${from}${failed}`).slice(0, 300);
}
