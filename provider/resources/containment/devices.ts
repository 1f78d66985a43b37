import { text } from "../../http/json";
import { type Calling, idOf, userPath } from "./account";
import type { Entry, Way } from "./closed-list";

const SELECT = "id,displayName,operatingSystem,trustType,accountEnabled,registrationDateTime";

/** https://learn.microsoft.com/graph/api/user-list-registereddevices, device-update */
export const devices: Way<Entry> = {
  description:
    "An account whose registered devices are all switched off, but for those that are kept: a device that is on carries a " +
    "sign-in of its own. Destroy switches on again those that were switched off by this resource.",
  one: "a device that is on",
  keep: "A device that may stay on",
  async read(upn, { client, signal }) {
    const path = `${userPath(upn)}/registeredDevices/microsoft.graph.device?$select=${SELECT}`;
    const devices = await client.graph.list(path, { signal, needs: "User.Read.All and Device.Read.All" });
    return devices.flatMap((device) => {
      if (device.accountEnabled === false) return [];
      const id = idOf(device.id, "a device");
      const facts = [device.operatingSystem, device.trustType].flatMap((one) => text(one) ?? []);
      const since = text(device.registrationDateTime);
      const when = since === undefined ? [] : [`registered ${since}`];
      return { id, text: `device ${text(device.displayName) ?? id} (${[...facts, ...when, id].join(", ")})` };
    });
  },
  close: (_, { id }, calling) => setEnabled(id, false, calling),
  reopen: (_, id, calling) => setEnabled(id, true, calling),
};

function setEnabled(id: string, accountEnabled: boolean, { client, signal }: Calling): Promise<void> {
  const options = { signal, needs: "Device.ReadWrite.All", idempotent: true };
  return client.graph.patch(`devices/${encodeURIComponent(id)}`, { accountEnabled }, options);
}
