import type { Repeat } from "../http/persist";
import type { CmdletCall } from "./types";

/** Does the cmdlet change nothing? `Validate-OutboundConnector` sends mail, so it is no read. */
export function isRead(cmdlet: string): boolean {
  return /^(Get|Test)-/i.test(cmdlet);
}

/** When may a cmdlet be repeated? */
export function repeatOf(cmdlet: string): Repeat {
  return isRead(cmdlet) ? "read" : "write";
}

/** The same text for calls that ask for the same, whatever the order of their parameters. */
export function callKey({ cmdlet, parameters }: CmdletCall, anchor: string | undefined): string {
  const sorted = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([cmdlet.toLowerCase(), anchor ?? null, sorted]);
}
