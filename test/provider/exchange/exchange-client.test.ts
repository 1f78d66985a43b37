import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { clientsFor, FastClock, failure } from "../support/clients";

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator({ domains: ["contoso.com", "fabrikam.com"] });
});

afterEach(() => emulator.close());

const NEW_CONFIG = { DomainName: "contoso.com", Enabled: false, KeySize: 2048 };

test("a cmdlet gives its objects", async () => {
  const { exchange } = clientsFor(emulator.env);
  const rows = await exchange.invoke("Get-AcceptedDomain", { Identity: "contoso.com" });
  expect(rows).toMatchObject([{ DomainName: "contoso.com", DomainType: "Authoritative" }]);
});

test("a call is routed by the organization's system mailbox, or by the mailbox it is given", async () => {
  const { exchange } = clientsFor(emulator.env);
  await exchange.invoke("Get-AcceptedDomain");
  await exchange.invoke("Get-AcceptedDomain", {}, { anchor: "UPN:anna@contoso.com" });
  const calls = emulator.control.log.filter(({ service }) => service === "exchange");
  expect(calls.map(({ headers }) => headers["x-anchormailbox"])).toEqual([
    "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e",
    "UPN:anna@contoso.com",
  ]);
});

test("all pages are read", async () => {
  emulator.exchange.pageSize = 2;
  const rows = await clientsFor(emulator.env).exchange.invoke("Get-AcceptedDomain");
  expect(rows.map(({ DomainName }) => DomainName)).toEqual([
    "contoso.onmicrosoft.com",
    "contoso.com",
    "fabrikam.com",
  ]);
  expect(emulator.control.count("Get-AcceptedDomain")).toBe(2);
});

test("warnings reach whoever asked for them", async () => {
  const { exchange } = clientsFor(emulator.env);
  await exchange.invoke("New-DkimSigningConfig", NEW_CONFIG);
  const warnings: string[] = [];
  const onWarning = (text: string) => warnings.push(text);
  await exchange.invoke("Set-DkimSigningConfig", { Identity: "contoso.com", Enabled: false }, { onWarning });
  expect(warnings).toEqual([
    "The command completed successfully but no settings of 'contoso.com' have been modified.",
  ]);
});

describe("Exchange's refusals", () => {
  test("an object that is not there", async () => {
    const error = await failure(
      clientsFor(emulator.env).exchange.invoke("Get-InboundConnector", { Identity: "Premises" }),
    );
    expect(error).toMatchObject({
      status: 404,
      code: "ManagementObjectNotFoundException",
      notFound: true,
      retryable: false,
    });
    expect(error.message).toMatch(
      /^The operation couldn't be performed because object 'Premises' couldn't be found/,
    );
  });

  test.each([
    ["New-InboundConnector", { Name: "Premises" }, /mandatory parameters: SenderDomains/],
    [
      "New-InboundConnector",
      { Name: "P", SenderDomains: ["*"], Colour: "red" },
      /matches parameter name 'Colour'/,
    ],
    ["New-OutboundConnector", { Name: "P", UseMXRecord: false }, /SmartHosts is required/],
    [
      "New-OutboundConnector",
      { Name: "P", TlsSettings: "EncryptionOnly", TlsDomain: "mx.contoso.com" },
      /TlsDomain/,
    ],
    ["New-DkimSigningConfig", { DomainName: "tailspin.com", Enabled: false }, /isn't an accepted domain/],
    ["New-DkimSigningConfig", { ...NEW_CONFIG, KeySize: 4096 }, /1024 and 2048/],
    ["New-DkimSigningConfig", { ...NEW_CONFIG, Enabled: true }, /^CNAME record does not exist/],
  ])("%s %j", async (cmdlet, parameters, words) => {
    const error = await failure(clientsFor(emulator.env).exchange.invoke(cmdlet, parameters));
    expect(error.status).toBe(400);
    expect(error.message).toMatch(words);
  });

  test("a name that is taken", async () => {
    const { exchange } = clientsFor(emulator.env);
    await exchange.invoke("New-DkimSigningConfig", NEW_CONFIG);
    const error = await failure(exchange.invoke("New-DkimSigningConfig", NEW_CONFIG));
    expect(error.code).toBe("ADObjectAlreadyExistsException");
  });
});

describe("reads together", () => {
  test("reads that start together go out as one batch of at most ten", async () => {
    const { exchange } = clientsFor(emulator.env);
    for (let index = 0; index < 50; index += 1) emulator.state.addDomain(`brand-${index}.example`);
    const domains = Array.from({ length: 50 }, (_, index) => `brand-${index}.example`);
    const rows = await Promise.all(
      domains.map((domain) => exchange.invoke("Get-AcceptedDomain", { Identity: domain })),
    );
    expect(rows.flat().map(({ DomainName }) => DomainName)).toEqual(domains);
    const requests = emulator.control.log.filter(({ service }) => service === "exchange");
    expect(requests.map(({ cmdlets }) => cmdlets.length)).toEqual([10, 10, 10, 10, 10]);
    expect(emulator.connections("exchange")).toBeLessThanOrEqual(4);
  });

  test("one that fails fails alone", async () => {
    const { exchange } = clientsFor(emulator.env);
    const [there, missing] = await Promise.allSettled([
      exchange.invoke("Get-AcceptedDomain", { Identity: "contoso.com" }),
      exchange.invoke("Get-AcceptedDomain", { Identity: "tailspin.com" }),
    ]);
    expect(emulator.control.log.at(-1)?.path).toMatch(/\/\$batch$/);
    expect(there.status).toBe("fulfilled");
    expect(missing).toMatchObject({ status: "rejected", reason: { notFound: true } });
  });

  test("what is throttled within a batch is done again by itself, a write too", async () => {
    const { exchange } = clientsFor(emulator.env);
    emulator.exchange.throttledParts = 2;
    const call = (domain: string) => ({
      cmdlet: "New-DkimSigningConfig",
      parameters: { DomainName: domain, Enabled: false },
    });
    await exchange.batch([call("contoso.com"), call("fabrikam.com")]);
    expect(emulator.state.dkim.size).toBe(2);
    expect(emulator.control.count("New-DkimSigningConfig")).toBe(4);
  });

  test("pages after the first are read within a batch too", async () => {
    emulator.exchange.pageSize = 2;
    const { exchange } = clientsFor(emulator.env);
    const [all, one] = await exchange.batch([
      { cmdlet: "Get-AcceptedDomain", parameters: {} },
      { cmdlet: "Get-AcceptedDomain", parameters: { Identity: "contoso.com" } },
    ]);
    expect(all).toHaveLength(3);
    expect(one).toHaveLength(1);
  });

  test("equal reads share one call", async () => {
    const { exchange } = clientsFor(emulator.env);
    await Promise.all([
      exchange.invoke("Get-AcceptedDomain", { Identity: "contoso.com" }),
      exchange.invoke("get-accepteddomain", { Identity: "contoso.com" }),
    ]);
    expect(emulator.control.log.filter(({ service }) => service === "exchange")).toHaveLength(1);
  });

  test("an answer serves later reads only for as long as they say", async () => {
    const clock = new FastClock();
    const { exchange } = clientsFor(emulator.env, { clock });
    const read = (maxAge: number) => exchange.invoke("Get-AcceptedDomain", {}, { maxAge });
    await read(0);
    await read(60_000);
    expect(emulator.control.count("Get-AcceptedDomain")).toBe(1);
    await read(0);
    expect(emulator.control.count("Get-AcceptedDomain")).toBe(2);
    clock.advance(60_001);
    await read(60_000);
    expect(emulator.control.count("Get-AcceptedDomain")).toBe(3);
  });

  test("after a write nothing old is given", async () => {
    const { exchange } = clientsFor(emulator.env);
    const read = () => exchange.invoke("Get-AcceptedDomain", { Identity: "contoso.com" }, { maxAge: 60_000 });
    await read();
    emulator.control.slow(1, 100, { cmdlet: "Set-AcceptedDomain" });
    const writing = exchange.invoke("Set-AcceptedDomain", {
      Identity: "contoso.com",
      DomainType: "InternalRelay",
    });
    await read();
    await writing;
    await expect(read()).resolves.toMatchObject([{ DomainType: "InternalRelay" }]);
  });
});

test("a batch of writes: each has happened or failed, and the first failure is told", async () => {
  const { exchange } = clientsFor(emulator.env);
  const create = (domain: string) => ({
    cmdlet: "New-DkimSigningConfig",
    parameters: { DomainName: domain, Enabled: false },
  });
  const error = await failure(
    exchange.batch([create("contoso.com"), create("tailspin.com"), create("fabrikam.com")]),
  );
  expect(error.message).toMatch(/'tailspin.com' isn't an accepted domain/);
  expect(emulator.state.dkim.all().map(({ Domain }) => Domain)).toEqual(["contoso.com", "fabrikam.com"]);
});

test("DKIM from nothing to signing, as Exchange sees the CNAMEs appear", async () => {
  const { exchange } = clientsFor(emulator.env);
  const [config] = await exchange.invoke("New-DkimSigningConfig", NEW_CONFIG);
  expect(config).toMatchObject({
    Status: "CnameMissing",
    Selector1CNAME: "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    Selector1KeySize: 2048,
  });
  const enable = () => exchange.invoke("Set-DkimSigningConfig", { Identity: "contoso.com", Enabled: true });
  expect((await failure(enable())).message).toContain(
    "selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
  );
  emulator.dns.publish("selector1._domainkey.contoso.com", String(config?.Selector1CNAME));
  await failure(enable());
  emulator.dns.publish("selector2._domainkey.contoso.com", String(config?.Selector2CNAME));
  await enable();
  await expect(exchange.invoke("Get-DkimSigningConfig", { Identity: "contoso.com" })).resolves.toMatchObject([
    { Status: "Valid", Enabled: true },
  ]);
});

test("only the selector that signs next gets a rotation's key size", async () => {
  const { exchange } = clientsFor(emulator.env);
  await exchange.invoke("New-DkimSigningConfig", { ...NEW_CONFIG, KeySize: 1024 });
  await exchange.invoke("Rotate-DkimSigningConfig", { Identity: "contoso.com", KeySize: 2048 });
  const [config] = await exchange.invoke("Get-DkimSigningConfig", { Identity: "contoso.com" });
  expect([config?.Selector1KeySize, config?.Selector2KeySize].sort()).toEqual([1024, 2048]);
  expect(
    (await failure(exchange.invoke("Rotate-DkimSigningConfig", { Identity: "contoso.com" }))).message,
  ).toMatch(/are being rotated/);
});

test("a connector's sender domains come back as address spaces; its validation marks nothing", async () => {
  const { exchange } = clientsFor(emulator.env);
  const [inbound] = await exchange.invoke("New-InboundConnector", {
    Name: "In",
    SenderDomains: ["fabrikam.com"],
  });
  expect(inbound?.SenderDomains).toEqual(["smtp:fabrikam.com;1"]);
  const outbound = {
    Name: "Out",
    UseMXRecord: false,
    SmartHosts: ["mail.contoso.com"],
    RecipientDomains: ["contoso.com"],
  };
  await exchange.invoke("New-OutboundConnector", outbound);
  const validation = { Identity: "Out", Recipients: ["anna@contoso.com"] };
  const tasks = await exchange.invoke("Validate-OutboundConnector", validation);
  expect(tasks.map(({ IsTaskSuccessful }) => IsTaskSuccessful)).toEqual([true, true]);
  expect(emulator.state.outboundConnectors.get("Out").IsValidated).toBe(false);
  emulator.state.outboundConnectors.get("Out").$unreachable = true;
  const failed = await exchange.invoke("Validate-OutboundConnector", validation);
  expect(failed[0]).toMatchObject({
    TaskName: "Check connectivity to 'mail.contoso.com'",
    IsTaskSuccessful: false,
  });
});
