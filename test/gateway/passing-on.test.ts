import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Behind, behind, SECRET, TOKEN } from "./behind";
import { VirtualClock } from "./virtual-clock";

let api: Behind;
beforeEach(async () => {
  api = await behind();
});
afterEach(() => api.close());

const inZone = (path = "") => `zones/${api.zone().id}${path}`;
const A = { type: "A", name: "a.contoso.com", content: "192.0.2.1" };

test.each([
  ["no secret", ""],
  ["a wrong one", "/the-secret-of-that-run"],
  ["a part of it", `/${SECRET.slice(0, -1)}`],
  ["more than it", `/${SECRET}s`],
])("%s: 404, and the API hears nothing", async (_, prefix) => {
  const { origin } = new URL(api.gateway.url);
  const answer = await fetch(`${origin}${prefix}/zones`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect([answer.status, await answer.text()]).toEqual([404, ""]);
  expect(api.calls()).toEqual([]);
});

const host = () => new URL(api.gateway.url).host;

/** As no client would write it. */
function raw(lines: readonly string[]): Promise<string> {
  const { port, hostname } = new URL(api.gateway.url);
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(Number(port), hostname, () => socket.end(`${lines.join("\r\n")}\r\n\r\n`));
    socket.on("data", (chunk) => {
      said += chunk;
    });
    socket.on("close", () => resolve(said)).on("error", reject);
  });
}

test.each(["/../../admin", "/%2e%2e/admin", "/zones/.", "zones"])(
  "a path that leads out of the API (%s): 404",
  async (path) => {
    const said = await raw([`GET /${SECRET}${path} HTTP/1.1`, `host: ${host()}`, "connection: close"]);
    expect(said).toMatch(/^HTTP\/1.1 404 /);
    expect(api.calls()).toEqual([]);
  },
);

test.each(["attacker.example", "localhost", "127.0.0.1", "[::1]"])(
  "a request that takes it for another host (%s): 421, and the API hears nothing",
  async (other) => {
    const said = await raw([
      `GET /${SECRET}/zones HTTP/1.1`,
      `host: ${other}`,
      `authorization: Bearer ${TOKEN}`,
      "connection: close",
    ]);
    expect(said).toMatch(/^HTTP\/1.1 421 /);
    expect(api.calls()).toEqual([]);
  },
);

test("what speaks of one connection is not passed on, all else is", async () => {
  await api.ask("GET", "zones?page=2", undefined, {
    connection: "x-own",
    "x-own": "1",
    te: "trailers",
    "proxy-authorization": "Basic x",
    "user-agent": "terraform-provider-cloudflare/5.14.0",
    "x-passed": "yes",
  });
  const headers = api.traffic.log[0]?.headers ?? {};
  expect(headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    "user-agent": "terraform-provider-cloudflare/5.14.0",
    "x-passed": "yes",
  });
  expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["x-own"]));
  expect(headers.te ?? headers["proxy-authorization"]).toBeUndefined();
  expect(headers.host).not.toBe(new URL(api.gateway.url).host);
});

test("bodies of any size arrive as they were sent", async () => {
  for (const size of [0, 1, 1024 * 1024, 3 * 1024 * 1024]) {
    await api.ask("PUT", "accounts/a/anything", "x".repeat(size), { "content-type": "text/plain" });
    expect(api.traffic.log.at(-1)?.bytes.length).toBe(size);
  }
});

test("refused for too many calls: any request is sent again when the API says so", async () => {
  api.traffic.throttle(2, "0.05", { method: "POST" });
  const { status } = await api.ask("POST", inZone("/dns_records"), A);
  expect(status).toBe(200);
  expect(api.store.records(api.zone())).toHaveLength(1);
  expect(api.gateway.statistics).toMatchObject({ asked: 1, made: 3, repeated: 2, refused: 2 });
});

test("refused again and again with 'at once': the gateway takes its time", async () => {
  await api.close();
  const clock = new VirtualClock();
  api = await behind({ clock });
  api.traffic.throttle(7, "0");
  const answer = api.ask("POST", inZone("/dns_records"), A);
  await until(() => api.gateway.statistics.refused === 6);
  expect(api.gateway.statistics.made).toBe(6);
  await clock.pass(60_000);
  await until(() => api.gateway.statistics.refused === 7);
  await clock.pass(60_000);
  expect((await answer).status).toBe(200);
});

test.each([
  ["GET", () => inZone("/dnssec"), undefined],
  ["PUT", () => inZone("/activation_check"), {}],
] as const)("a fault of the API: %s is sent again", async (method, path, body) => {
  api.traffic.fail(2, { status: 503, retryAfter: "0" });
  expect((await api.ask(method, path(), body)).status).toBe(200);
  expect(api.calls()).toHaveLength(3);
});

test("after three faults their own answer is passed on", async () => {
  api.traffic.fail(3, { status: 502, retryAfter: "0", message: "bad gateway" });
  const answer = await api.ask("GET", inZone("/dnssec"));
  expect(answer.status).toBe(502);
  expect(JSON.parse(answer.text).errors).toEqual([{ code: 10_000, message: "bad gateway" }]);
  expect(api.calls()).toHaveLength(3);
});

test.each(["POST", "PATCH", "DELETE"])(
  "%s is not sent again after a fault: it may have been carried out",
  async (method) => {
    const body = method === "DELETE" ? undefined : A;
    api.traffic.fail(1, { status: 503, retryAfter: "0" });
    expect((await api.ask(method, inZone("/dns_records"), body)).status).toBe(503);
    api.traffic.break(1, true);
    await expect(api.ask(method, inZone("/dns_records"), body)).rejects.toThrow();
    expect(api.calls()).toHaveLength(2);
  },
);

test("a connection that breaks is one that breaks for the program that asks, after what may be tried again", async () => {
  api.traffic.break(2, false);
  expect((await api.ask("GET", inZone("/dnssec"))).status).toBe(200);
  api.traffic.break(3, false);
  await expect(api.ask("GET", inZone("/dnssec"))).rejects.toThrow(/socket hang up|ECONNRESET/);
});

test("what a program has given up before its turn is never sent", async () => {
  await api.close();
  const clock = new VirtualClock();
  api = await behind({ clock });
  api.traffic.throttle(1, "5");
  const waits = api.ask("GET", inZone("/dnssec"));
  await until(() => api.gateway.statistics.refused === 1);
  const body = JSON.stringify(A);
  const socket = connect(Number(new URL(api.gateway.url).port), "127.0.0.1", () =>
    socket.write(
      `POST /${SECRET}/${inZone("/dns_records")} HTTP/1.1\r\nhost: ${host()}\r\nauthorization: Bearer ${TOKEN}\r\n` +
        `content-length: ${body.length}\r\n\r\n${body}`,
    ),
  );
  await until(() => api.gateway.statistics.asked === 2);
  socket.destroy();
  await once(socket, "close");
  await sleep(100);
  await clock.pass(6000);
  expect((await waits).status).toBe(200);
  await clock.pass(6000);
  expect(api.calls()).toEqual(["GET zones/Z/dnssec", "GET zones/Z/dnssec"]);
  expect(api.store.records(api.zone())).toEqual([]);
});

async function until(holds: () => boolean): Promise<void> {
  for (let left = 500; !holds(); left--) {
    if (left === 0) throw new Error("it did not happen within 5 s");
    await sleep(10);
  }
}

test("it listens on this machine alone", () => {
  expect(new URL(api.gateway.url).hostname).toBe("127.0.0.1");
});
