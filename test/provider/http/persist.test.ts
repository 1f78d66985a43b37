import { inspect } from "node:util";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { clientsFor, FastClock, failure, QUICK } from "../support/clients";

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator({ domains: ["contoso.com", "fabrikam.com"] });
});

afterEach(() => emulator.close());

const READ = "Get-AcceptedDomain";
const WRITE = "Set-AcceptedDomain";
const RELAY = { Identity: "contoso.com", DomainType: "InternalRelay" };

describe("throttling", () => {
  test("Retry-After in seconds is waited for, by reads and by writes", async () => {
    const clock = new FastClock();
    const { exchange } = clientsFor(emulator.env, { clock });
    emulator.control.throttle(1, "30", { cmdlet: READ });
    emulator.control.throttle(1, "12", { cmdlet: WRITE });
    await exchange.invoke(READ);
    await exchange.invoke(WRITE, RELAY);
    expect(clock.pauses).toEqual([30_000, 12_000]);
    expect(emulator.state.acceptedDomains.get("contoso.com").DomainType).toBe("InternalRelay");
  });

  test("Retry-After as a date is waited for", async () => {
    const clock = new FastClock();
    emulator.control.throttle(1, new Date(Date.now() + 90_000).toUTCString());
    await clientsFor(emulator.env, { clock, patience: { ...QUICK, total: 100_000 } }).exchange.invoke(READ);
    expect(clock.pauses).toHaveLength(1);
    expect(clock.pauses[0]).toBeGreaterThan(85_000);
    expect(clock.pauses[0]).toBeLessThanOrEqual(90_000);
  });

  test("without Retry-After the pauses grow", async () => {
    const clock = new FastClock();
    const patience = { ...QUICK, attempts: 6, firstPause: 1_000, longestPause: 4_000, total: 60_000 };
    emulator.control.throttle(5);
    await clientsFor(emulator.env, { clock, patience }).exchange.invoke(READ);
    const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = clock.pauses;
    for (const [pause, full] of [
      [first, 1_000],
      [second, 2_000],
      [third, 4_000],
      [fourth, 4_000],
      [fifth, 4_000],
    ] as const) {
      expect(pause).toBeGreaterThanOrEqual(full / 2);
      expect(pause).toBeLessThanOrEqual(full);
    }
  });

  test("a storm of 429 ends with every write done once", async () => {
    const { exchange } = clientsFor(emulator.env, { patience: { ...QUICK, attempts: 50 } });
    for (let index = 0; index < 30; index += 1) emulator.state.addDomain(`brand-${index}.example`);
    emulator.control.throttle(25);
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        exchange.invoke("New-DkimSigningConfig", { DomainName: `brand-${index}.example`, Enabled: false }),
      ),
    );
    expect(emulator.state.dkim.size).toBe(30);
    expect(emulator.control.count("New-DkimSigningConfig")).toBe(55);
    expect(emulator.connections("exchange")).toBeLessThanOrEqual(4);
  });

  test("whoever is told to wait tells the others", async () => {
    const { exchange } = clientsFor(emulator.env);
    emulator.control.throttle(1, "1");
    const first = exchange.invoke(WRITE, RELAY);
    while (!emulator.control.log.some(({ status }) => status === 429)) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = emulator.control.log.length;
    const second = exchange.invoke(READ);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(emulator.control.log).toHaveLength(before);
    await Promise.all([first, second]);
  });

  test("a server that asks for more than patience allows is not waited for", async () => {
    const clock = new FastClock();
    emulator.control.throttle(1, "3600");
    const error = await failure(clientsFor(emulator.env, { clock }).exchange.invoke(READ));
    expect(clock.pauses).toEqual([]);
    expect(error).toMatchObject({ status: 429, code: "TooManyRequests" });
    expect(error.message).toBe(
      "Too many requests have been sent.; given up after 1 attempt, the next one was due in 3600 s",
    );
  });
});

describe("what is repeated", () => {
  test.each([503, 502, 504])("a read that got %i", async (status) => {
    emulator.control.fail(2, { status });
    await expect(clientsFor(emulator.env).exchange.invoke(READ)).resolves.toHaveLength(3);
  });

  test("a read whose connection broke, or that nobody answered in time", async () => {
    const { exchange } = clientsFor(emulator.env, { timeout: 200 });
    emulator.control.break(1, false);
    await expect(exchange.invoke(READ)).resolves.toHaveLength(3);
    emulator.control.slow(1, 1_000);
    await expect(exchange.invoke(READ)).resolves.toHaveLength(3);
  });

  test("not a read that Exchange answered with 500", async () => {
    emulator.control.fail(1, { status: 500, message: "An internal error occurred." });
    const error = await failure(clientsFor(emulator.env).exchange.invoke(READ));
    expect(error).toMatchObject({ status: 500, message: "An internal error occurred." });
    expect(emulator.control.count(READ)).toBe(1);
  });

  test.each([
    [
      "whose connection broke before it was carried out",
      () => emulator.control.break(1, false),
      "connection-lost",
    ],
    [
      "whose connection broke after it was carried out",
      () => emulator.control.break(1, true),
      "connection-lost",
    ],
    ["that got 503", () => emulator.control.fail(1, { status: 503, retryAfter: "1" }), "ServiceError"],
    ["that nobody answered in time", () => emulator.control.slow(1, 1_000), "timeout"],
  ])("not a write %s: it may have happened", async (_, trouble, code) => {
    trouble();
    const error = await failure(clientsFor(emulator.env, { timeout: 200 }).exchange.invoke(WRITE, RELAY));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/; not repeated, since the change may have been made$/);
    expect(emulator.control.count(WRITE)).toBe(1);
  });

  test("a write that cannot have arrived", async () => {
    const { exchange } = clientsFor({ ...emulator.env, M365_EXCHANGE_URL: "http://127.0.0.1:1" });
    const error = await failure(exchange.invoke(WRITE, RELAY));
    expect(error.code).toBe("unreachable");
    expect(error.message).toBe(
      "127.0.0.1:1 cannot be reached (ECONNREFUSED); given up after 3 attempts, the next one was due in 1 s",
    );
  });

  test("a write whose token was refused: it was not carried out", async () => {
    const { exchange } = clientsFor(emulator.env);
    await exchange.invoke(READ);
    emulator.login.expireTokens();
    await exchange.invoke(WRITE, RELAY);
    expect(emulator.state.acceptedDomains.get("contoso.com").DomainType).toBe("InternalRelay");
  });

  test("many writes while tokens expire in the middle: each is done once", async () => {
    const { exchange } = clientsFor(emulator.env);
    for (let index = 0; index < 20; index += 1) emulator.state.addDomain(`brand-${index}.example`);
    const create = (index: number) =>
      exchange.invoke("New-DkimSigningConfig", { DomainName: `brand-${index}.example`, Enabled: false });
    const writes = Array.from({ length: 20 }, (_, index) => create(index));
    await writes[4];
    emulator.login.expireTokens();
    await Promise.all(writes);
    expect(emulator.state.dkim.size).toBe(20);
  });

  test("a token that is refused twice is an error, not a loop", async () => {
    const { exchange } = clientsFor(emulator.env);
    emulator.control.fail(2, { status: 401, message: "" });
    const error = await failure(exchange.invoke(WRITE, RELAY));
    expect(error).toMatchObject({
      status: 401,
      message:
        "the token was refused; the application needs Exchange.ManageAsApp and an Entra role such as Exchange Administrator",
    });
    expect(emulator.control.count(WRITE)).toBe(2);
  });
});

describe("cancellation", () => {
  const cancelledAfter = async (milliseconds: number, call: (signal: AbortSignal) => Promise<unknown>) => {
    const started = Date.now();
    const error = await failure(call(AbortSignal.timeout(milliseconds)));
    expect(error.code).toBe("cancelled");
    // Far from the thirty seconds that it was told to wait, on a busy machine too.
    expect(Date.now() - started).toBeLessThan(15_000);
  };

  test("hears a write out that has left, and ends the waiting for a place and a pause", async () => {
    const { exchange } = clientsFor(emulator.env);
    await exchange.invoke(READ);
    emulator.control.slow(4, 300);
    const stop = AbortSignal.timeout(100);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => exchange.invoke(WRITE, RELAY, { signal: stop })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([...Array(4).fill("fulfilled"), "rejected"]);
    expect(emulator.control.count(WRITE)).toBe(4);
    emulator.control.throttle(1, "30");
    await cancelledAfter(100, (signal) => exchange.invoke(WRITE, RELAY, { signal }));
  });

  test("of one read leaves an equal one of another caller alone", async () => {
    const { exchange } = clientsFor(emulator.env);
    emulator.control.slow(1, 300);
    const other = exchange.invoke(READ);
    await cancelledAfter(50, (signal) => exchange.invoke(READ, {}, { signal }));
    await expect(other).resolves.toHaveLength(3);
    expect(emulator.control.count(READ)).toBe(1);
  });

  test("of the first caller leaves the login to the others", async () => {
    const { graph } = clientsFor(emulator.env);
    emulator.control.slow(1, 300, { service: "login" });
    const first = cancelledAfter(50, (signal) => graph.get("domains/contoso.com", { signal }));
    const other = graph.get("domains/contoso.com");
    await first;
    await expect(other).resolves.toMatchObject({ id: "contoso.com" });
  });

  test("before the start sends nothing", async () => {
    const { exchange } = clientsFor(emulator.env);
    await failure(exchange.invoke(WRITE, RELAY, { signal: AbortSignal.abort() }));
    expect(emulator.control.log).toEqual([]);
  });
});

describe("the token", () => {
  test("goes to no other host: neither to another's next page nor along a redirect", async () => {
    const other = await startEmulator();
    const { exchange, graph } = clientsFor(emulator.env);
    const elsewhere = String(other.env.M365_GRAPH_URL);
    emulator.graph.answer = () => ({
      status: 200,
      body: { value: [], "@odata.nextLink": `${elsewhere}/v1.0/domains` },
    });
    expect((await failure(graph.list("domains"))).code).toBe("foreign-address");
    emulator.exchange.answer = () => ({ status: 307, headers: { location: elsewhere } });
    await failure(exchange.invoke(WRITE, RELAY));
    expect(other.control.log).toEqual([]);
    await other.close();
  });

  test("and the secret are in no error, even if the server repeats them", async () => {
    const { exchange, graph } = clientsFor(emulator.env);
    await exchange.invoke(READ);
    await graph.get("domains/contoso.com");
    const echo = (url: string, headers: unknown) => ({
      status: 403,
      body: { error: { code: "Denied", message: `Not with ${inspect(headers)} at ${url}` } },
    });
    emulator.exchange.answer = (url) => echo(url, { ...emulator.control.log.at(-1)?.headers });
    emulator.graph.answer = (url) => echo(url, { ...emulator.control.log.at(-1)?.headers });
    const errors = [
      await failure(exchange.invoke(READ)),
      await failure(exchange.invoke(WRITE, RELAY)),
      await failure(
        exchange.batch([
          { cmdlet: READ, parameters: {} },
          { cmdlet: READ, parameters: { Identity: "x" } },
        ]),
      ),
      await failure(graph.get("domains/contoso.com")),
    ];
    for (const error of errors) {
      const shown = `${error.stack} ${inspect(error, { depth: 10, showHidden: true })} ${JSON.stringify(error)}`;
      expect(shown).toContain("Not with");
      for (const token of emulator.login.tokens) expect(shown).not.toContain(token.slice(20));
      expect(shown).not.toContain(emulator.application.clientSecret);
    }
  });

  test("and the secret are not seen in the clients either", () => {
    const shown = inspect(clientsFor(emulator.env), { depth: 20, showHidden: true });
    expect(shown).not.toContain(emulator.application.clientSecret);
  });
});
