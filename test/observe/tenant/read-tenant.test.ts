import type { TenantReading } from "../../../lib/tenant-reading/reading";
import { decodeEvidence, readTenant } from "../../../observe/tenant/read-tenant";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ domains: ["contoso.com"] });
});

afterAll(() => emulator.close());

test("a program of its own reads the tenant by the credentials of a prefix, and decodes what is kept", async () => {
  const named = Object.entries(emulator.env).map(([name, value]) =>
    name.startsWith("ARM_") ? [`CONTOSO_${name}`, value] : [name, value],
  );
  const env = {
    PATH: process.env.PATH,
    ARM_CLIENT_SECRET: "of-another-tenant",
    ...Object.fromEntries(named),
  };
  const read = await readTenant({ tenant: "contoso.com", prefix: "CONTOSO", cloud: "worldwide", env });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const reading: TenantReading = read.value;
  expect(reading.parts["transport-rule"]).toEqual({ read: true });
  expect(reading.evidence.about).toMatchObject({
    tenantId: emulator.application.tenantId,
    clientId: emulator.application.clientId,
    cloud: "worldwide",
  });
  expect(await decodeEvidence(reading.evidence)).toEqual(read);
});

test("what is missing is told by the names of the prefix, and what is too much by its limit", async () => {
  expect(await readTenant({ prefix: "FABRIKAM", env: {} })).toMatchObject({
    faults: [{ message: expect.stringMatching(/^none of FABRIKAM_ARM_TENANT_ID/) }],
  });
  const half = { FABRIKAM_ARM_CLIENT_ID: "c0ffee00-1234-4cde-8f01-23456789abcd" };
  expect(await readTenant({ prefix: "FABRIKAM", env: half })).toMatchObject({
    ok: false,
    faults: [
      { path: ["FABRIKAM_ARM_TENANT_ID"] },
      {
        expected: expect.stringMatching(/^FABRIKAM_ARM_CLIENT_CERTIFICATE_PATH, FABRIKAM_ARM_CLIENT_SECRET/),
      },
    ],
  });
  const late = await readTenant({ env: emulator.env, time: -240_000 });
  expect(late).toMatchObject({ faults: [{ message: "the reader did not end within 0 s" }] });
  let deep: object = {};
  for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };
  expect(await decodeEvidence({ about: {}, answers: { deep } } as never)).toMatchObject({
    faults: [{ message: "the evidence is nested too deeply" }],
  });
  const none = await decodeEvidence(null as never);
  expect(none).toMatchObject({ faults: [{ message: "the reader ended with 1" }] });
});
