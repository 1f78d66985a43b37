import { CloudError, cancelled } from "../../../provider/http/cloud-error";
import { othersOf } from "../../../provider/objects/rows";
import { transportRule } from "../../../provider/objects/tables/transport-rule";

/** What is there of another kind where Exchange answers with that failure. */
const after = (failure: CloudError) =>
  othersOf(transportRule, "TransportConfig", {
    cmdlets: { invoke: () => Promise.reject(failure), batch: () => Promise.reject(failure) },
    signal: new AbortController().signal,
  });
const failed = (status: number, code: string) => new CloudError({ status, code, message: "No." });

test("of what the application may not see there is nothing", async () => {
  expect(await after(failed(400, "System.Management.Automation.CommandNotFoundException"))).toEqual([]);
  expect(await after(failed(403, "AccessDenied"))).toEqual([]);
});

test("what Exchange did not say is not nothing", async () => {
  await expect(after(failed(429, "TooManyRequests"))).rejects.toThrow("Get-TransportConfig was refused");
  await expect(after(failed(500, "TaskException"))).rejects.toThrow("Get-TransportConfig was refused");
  await expect(after(cancelled())).rejects.toThrow("Get-TransportConfig was refused");
});
