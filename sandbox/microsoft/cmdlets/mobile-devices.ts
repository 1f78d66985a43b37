import { objectsOf } from "../objects/object-cmdlets";
import type { Cmdlet } from "./cmdlet";
import { mailboxOf } from "./mailbox";

/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-mobiledevice */
export const MOBILE_DEVICES: Readonly<Record<string, Cmdlet>> = {
  "Get-MobileDevice": {
    parameters: { Mailbox: "text" },
    run: ({ Mailbox }, { state }) => {
      const { UserPrincipalName } = mailboxOf(Mailbox, state);
      const all = objectsOf("MobileDevice", state).all();
      return { rows: all.filter(({ $mailbox }) => $mailbox === UserPrincipalName) };
    },
  },
  "Remove-MobileDevice": {
    parameters: { Identity: "text", Confirm: "flag" },
    required: ["Identity"],
    run: ({ Identity }, { state }) => {
      objectsOf("MobileDevice", state).remove(Identity);
      return { rows: [] };
    },
  },
  "Get-BlockedSenderAddress": {
    parameters: { SenderAddress: "text" },
    run: ({ SenderAddress }, { state }) => {
      const all = objectsOf("BlockedSenderAddress", state).all();
      const wanted = String(SenderAddress).toLowerCase();
      return {
        rows: all.filter(
          (row) => SenderAddress === undefined || String(row.SenderAddress).toLowerCase() === wanted,
        ),
      };
    },
  },
  "Remove-BlockedSenderAddress": {
    parameters: { SenderAddress: "text", Reason: "text" },
    required: ["SenderAddress"],
    run: ({ SenderAddress }, { state }) => {
      objectsOf("BlockedSenderAddress", state).remove(SenderAddress);
      return { rows: [] };
    },
  },
};
