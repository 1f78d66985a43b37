import { m365 } from "../../../../provider/provider";
import { type Bench, bench, refused } from "../support";

let tenant: Bench;
beforeAll(async () => {
  tenant = await bench();
});
afterAll(() => tenant.emulator.close());

const { resources } = m365("0.0.0");
const faults = (type: string, config: object) =>
  (resources[type]?.validate?.(config as never) ?? []).map(({ path = [] }) => path.join("."));

it("a domain that the tenant does not have is told by its name", async () => {
  const { told } = await refused(tenant.import("m365_domain_password_policy", "fabrikam.com"));
  expect(told).toContain('this tenant has no DomainPasswordPolicy "fabrikam.com"');
  expect(told).not.toContain("Is there");
});

it("a setting of another method is a fault; none where the method is not known yet", () => {
  const type = "m365_authentication_method";
  expect(faults(type, { method: "Sms", state: "enabled", usable_once: true })).toContain("usable_once");
  expect(faults(type, { method: "Sms", usable_once: null })).toEqual([]);
  expect(faults(type, { method: null, usable_once: true })).not.toContain("usable_once");
  expect(faults("m365_security_defaults", { enabled: true })).toEqual([]);
});

it("is left as it is on destroy, with its name", async () => {
  await tenant.remove("m365_security_defaults", { id: "SecurityDefaults", enabled: true });
  await tenant.remove("m365_authentication_method", { id: "Sms", method: "Sms" });
  expect(tenant.warnings).toEqual(["SecurityDefaults left as it is", "Sms left as it is"]);
});

it("a read that is stopped is no refusal of Graph's", async () => {
  const read = resources.m365_security_defaults?.read;
  const signal = AbortSignal.abort();
  const stopped = read?.({ id: "SecurityDefaults" } as never, { client: tenant.client, signal } as never);
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
});
