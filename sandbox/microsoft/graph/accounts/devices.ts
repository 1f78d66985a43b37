import { entityAnswer, listAnswer } from "../answers";
import { properties } from "../bind";
import { badRequest, notFound } from "../graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "../route";
import { userOf } from "../users";

const SHAPE = {
  type: "device",
  directory: true,
  defaults: {
    id: null,
    accountEnabled: true,
    deviceId: null,
    displayName: null,
    isCompliant: null,
    isManaged: null,
    operatingSystem: null,
    registrationDateTime: null,
    trustType: null,
  },
};
const READ = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];

/** https://learn.microsoft.com/graph/api/user-list-registereddevices, device-update */
export const DEVICES: readonly Route[] = [
  ...["registeredDevices", "registeredDevices/microsoft.graph.device"].map(
    (relation): Route => ({
      method: "GET",
      path: `users/{}/${relation}`,
      permissions: READ,
      run: (call) => {
        const { registeredDevices, devices } = call.directory;
        const found = registeredDevices.from(userOf(call).id).flatMap((id) => devices.find(id) ?? []);
        const typed = found.map((device) => ({ "@odata.type": "#microsoft.graph.device", ...device }));
        return listAnswer(call, "devices", typed, SHAPE);
      },
    }),
  ),
  {
    method: "GET",
    path: "devices/{}",
    permissions: ["Device.Read.All", "Device.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
    run: (call) => entityAnswer(call, "devices", deviceOf(call)),
  },
  {
    method: "PATCH",
    path: "devices/{}",
    permissions: ["Device.ReadWrite.All", "Directory.ReadWrite.All"],
    run: (call) => {
      const { accountEnabled, ...others } = properties(call.body);
      if (typeof accountEnabled !== "boolean" || Object.keys(others).length > 0) {
        throw badRequest("Only accountEnabled of a device can be changed here.");
      }
      Object.assign(deviceOf(call), { accountEnabled });
      return NO_CONTENT;
    },
  },
];

function deviceOf(call: Call) {
  const device = call.directory.devices.find(idOf(call));
  if (device === undefined) throw notFound(idOf(call));
  return device;
}
