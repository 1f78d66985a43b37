import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { clientsFor, failure } from "../support/clients";

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ domains: ["contoso.com"] });
});

afterAll(() => emulator.close());

test("a domain", async () => {
  await expect(clientsFor(emulator.env).graph.get("domains/contoso.com")).resolves.toMatchObject({
    id: "contoso.com",
    isVerified: true,
    supportedServices: ["Email"],
  });
});

test("a domain that the tenant does not have", async () => {
  const error = await failure(clientsFor(emulator.env).graph.get("domains/tailspin.com"));
  expect(error).toMatchObject({
    status: 404,
    code: "Request_ResourceNotFound",
    notFound: true,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test("the records that a domain's services want, over all pages", async () => {
  emulator.graph.pageSize = 2;
  const records = await clientsFor(emulator.env).graph.list(
    "domains/contoso.com/serviceConfigurationRecords",
  );
  expect(records.map(({ recordType, label }) => `${recordType} ${label}`)).toEqual([
    "Mx contoso.com",
    "Txt contoso.com",
    "CName autodiscover.contoso.com",
  ]);
  expect(records[0]).toMatchObject({
    mailExchange: "contoso-com.mail.protection.outlook.com",
    preference: 0,
  });
});

test("a read that was throttled is repeated", async () => {
  emulator.control.throttle(3, "0", { service: "graph" });
  await expect(clientsFor(emulator.env).graph.get("domains/contoso.com")).resolves.toBeDefined();
});
