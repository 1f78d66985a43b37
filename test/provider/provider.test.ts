import { m365 } from "../../provider/provider";

const WHO = {
  ARM_TENANT_ID: "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e",
  ARM_CLIENT_ID: "c0ffee00-1234-4cde-8f01-23456789abcd",
  ARM_CLIENT_SECRET: "Xy8Q~a-secret_0123456789",
};
const UNSET = Object.fromEntries(Object.keys(m365("1.0.0").attributes).map((name) => [name, null]));

function configured(env: Readonly<Record<string, string>>, prefix: string | null = null) {
  return m365("1.0.0", { env }).configure(
    { ...UNSET, credentials_prefix: prefix },
    {
      terraformVersion: "1.11.0",
      signal: new AbortController().signal,
      warn: () => {},
    },
  );
}

test("nothing is asked of the network before the first call", async () => {
  await expect(configured(WHO)).resolves.toMatchObject({
    exchange: expect.anything(),
    dns: expect.anything(),
  });
});

test("all that keeps it from being configured is told at once, and no secret", async () => {
  const failed = configured({
    ...WHO,
    ARM_TENANT_ID: "contoso",
    M365_LOGIN_URL: "https://login.evil.example",
    M365_DNS_SERVER: "192.0.2.53:53",
  });
  await expect(failed).rejects.toMatchObject({
    diagnostics: [
      { summary: "m365 cannot be configured: the tenant's id is no GUID" },
      { summary: "m365 cannot be configured: only an emulator on this machine may stand for Microsoft" },
      {
        summary: "m365 cannot be configured: only an emulator on this machine may stand for the DNS",
        detail:
          'M365_DNS_SERVER: only an emulator on this machine may stand for the DNS, got "192.0.2.53:53"; expected 127.0.0.1:<port> or [::1]:<port>',
      },
    ],
  });
  await expect(failed).rejects.not.toThrow(/Xy8Q/);
});

test("with a prefix an application's variables are taken whole, and faults name them as they are", async () => {
  const prefixed = Object.fromEntries(Object.entries(WHO).map(([name, value]) => [`CONTOSO_${name}`, value]));
  await expect(configured({ ...prefixed, ARM_CLIENT_ID: "no GUID" }, "CONTOSO")).resolves.toMatchObject({
    exchange: expect.anything(),
  });
  const { CONTOSO_ARM_CLIENT_SECRET, ...half } = prefixed;
  await expect(configured({ ...WHO, ...half }, "CONTOSO")).rejects.toMatchObject({
    diagnostics: [
      {
        summary: "m365 cannot be configured: no credential is set",
        detail: expect.stringContaining("CONTOSO_ARM_CLIENT_CERTIFICATE_PATH, CONTOSO_ARM_CLIENT_SECRET, or"),
      },
    ],
  });
});
