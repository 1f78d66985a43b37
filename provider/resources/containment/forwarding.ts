import { text } from "../../http/json";
import { DiagnosticError } from "../../plugin/index";
import type { Entry, Way } from "./closed-list";
import { mailboxOf } from "./mailbox";

interface Forwarding extends Entry {
  readonly parameter: "ForwardingAddress" | "ForwardingSmtpAddress";
}

const PARAMETERS = ["ForwardingAddress", "ForwardingSmtpAddress"] as const;

/** https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailbox */
export const forwarding: Way<Forwarding> = {
  description:
    "A mailbox that forwards to nobody: ForwardingAddress and ForwardingSmtpAddress are empty, but for what is kept. " +
    "Forwarding by inbox rules is m365_mailbox_inbox_rules. Destroy sets nothing again.",
  one: "forwarding of all mail",
  keep: "A forwarding address that may stay",
  async read(upn, calling) {
    const { row } = await mailboxOf(upn, calling);
    return PARAMETERS.flatMap((parameter): Forwarding[] => {
      const value = row[parameter];
      if (value !== null && value !== undefined && typeof value !== "string") {
        throw new DiagnosticError({ summary: `Exchange shows ${parameter} as no address: ${typeof value}` });
      }
      const address = text(value)?.replace(/^smtp:/i, "");
      return address === undefined ? [] : [{ parameter, id: address, text: `${parameter} ${address}` }];
    });
  },
  async close(upn, { parameter }, { client, signal }) {
    const { guid } = await mailboxOf(upn, { client, signal });
    await client.exchange.invoke("Set-Mailbox", { Identity: guid, [parameter]: null }, { signal });
  },
};
