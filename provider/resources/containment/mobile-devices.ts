import { text } from "../../http/json";
import { unlessGone } from "../found";
import { idOf } from "./account";
import type { Entry, Way } from "./closed-list";
import { mailboxOf } from "./mailbox";

/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-mobiledevice */
export const mobileDevices: Way<Entry> = {
  description:
    "A mailbox that no phone is partnered with, but for those that are kept. The partnership is removed, nothing on the phone " +
    "is wiped; one that still may sign in comes back. Destroy adds none.",
  one: "a phone",
  keep: "A phone that may stay",
  async read(upn, calling) {
    const { client, signal } = calling;
    const { guid } = await mailboxOf(upn, calling);
    const rows = await client.exchange.invoke("Get-MobileDevice", { Mailbox: guid }, { signal });
    return rows.flatMap((row) => {
      if (row.DeviceId === undefined && row.Identity === undefined) return [];
      const id = idOf(row.Guid ?? row.Identity, "a phone");
      const named = [row.FriendlyName, row.DeviceModel, row.DeviceOS, row.ClientType].flatMap(
        (one) => text(one) ?? [],
      );
      return { id, text: `${named.join(", ") || "phone"} (${text(row.DeviceId) ?? id})` };
    });
  },
  close: (_, { id }, { client, signal }) =>
    unlessGone(client.exchange.invoke("Remove-MobileDevice", { Identity: id }, { signal })),
};
