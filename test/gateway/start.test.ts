import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createServer as tlsServer } from "node:https";
import { type Server as TcpServer, createServer as tcpServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { unreachable } from "../../gateway/reach";
import { type StartOptions, startGateway } from "../../gateway/start";
import { leftProcesses } from "../support/processes";

let servers: (Server | TcpServer)[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

async function listening(server: Server | TcpServer): Promise<number> {
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** An API that takes note of who asks. */
async function api(asked: string[] = []): Promise<URL> {
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.end(JSON.stringify({ success: true, result: [] }));
  });
  return new URL(`http://127.0.0.1:${await listening(server)}/client/v4`);
}

const started = async (options: Partial<StartOptions> = {}) =>
  startGateway({ upstream: await api(), calls: 100, onWait() {}, onEnd() {}, ...options });

async function until(holds: () => boolean): Promise<void> {
  for (let left = 500; !holds(); left--) {
    if (left === 0) throw new Error("it did not happen within 10 s");
    await sleep(20);
  }
}

/** Can somebody still connect to it? */
const serves = async (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test("it passes calls on with what they carry, counts them, forgets, and ends with the run", async () => {
  const asked: string[] = [];
  const ends: string[] = [];
  const gateway = await started({ upstream: await api(asked), onEnd: () => ends.push("ended") });
  // 24 random bytes: nobody guesses them.
  expect(gateway.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/);
  const headers = { authorization: "Bearer t" };
  expect(await (await fetch(`${gateway.url}/accounts`, { headers })).json()).toMatchObject({ result: [] });
  expect(asked).toEqual(["GET /client/v4/accounts Bearer t"]);
  await gateway.forget();
  expect(await gateway.count()).toMatchObject({ asked: 1, made: 1 });
  expect(gateway.isUp()).toBe(true);
  await gateway.close();
  expect([gateway.isUp(), await gateway.count(), await serves(gateway.url), ends]).toEqual([
    false,
    undefined,
    false,
    [],
  ]);
});

test("it has a secret of its own each time, which no other user sees in a list of processes", async () => {
  const [one, other] = [await started(), await started()];
  const secrets = [one, other].map(({ url }) => new URL(url).pathname.slice(1));
  expect(new Set(secrets).size).toBe(2);
  expect(leftProcesses(secrets)).toEqual([]);
  await Promise.all([one.close(), other.close()]);
});

test("it serves as long as a process that was given its life does, though the run is gone", async () => {
  const gateway = await started();
  const terraform = spawn("sleep", ["60"], { stdio: ["ignore", "ignore", "ignore", gateway.life] });
  await once(terraform, "spawn");
  await gateway.close();
  expect(await serves(gateway.url)).toBe(true);
  terraform.kill("SIGKILL");
  await once(terraform, "exit");
  for (let left = 100; left > 0 && (await serves(gateway.url)); left--) await sleep(20);
  expect(await serves(gateway.url)).toBe(false);
});

test("the run is told when it ends before its time", async () => {
  let hasEnded = false;
  const gateway = await started({
    onEnd() {
      hasEnded = true;
    },
  });
  gateway.life.destroy();
  await until(() => hasEnded);
  expect([gateway.isUp(), await gateway.count()]).toEqual([false, undefined]);
  await gateway.close();
});

test("calls that wait for the budget are told", async () => {
  const waits: number[][] = [];
  const gateway = await started({ calls: 10, onWait: (calls, ms) => waits.push([calls, ms]) });
  const calls = Array.from({ length: 12 }, () => fetch(`${gateway.url}/accounts`).catch(() => undefined));
  await until(() => waits.length > 0);
  expect(waits[0]?.[0]).toBeGreaterThanOrEqual(1);
  expect(waits[0]?.[1]).toBeGreaterThan(290_000);
  await gateway.close();
  await Promise.all(calls);
});

test("an API that it cannot reach is a reason to have none", async () => {
  const closed = tcpServer();
  const port = await listening(closed);
  closed.close();
  await once(closed, "close");
  await expect(started({ upstream: new URL(`http://127.0.0.1:${port}`) })).rejects.toThrow(/ECONNREFUSED/);
});

test("so is one whose authority Node does not trust, or that does not speak TLS", async () => {
  const port = await listening(tlsServer({}));
  expect(await unreachable(new URL(`https://127.0.0.1:${port}`))).toMatch(/./);
  expect(await unreachable(new URL(`https://127.0.0.1:${await listening(createServer())}`))).toMatch(/./);
  expect(await unreachable(new URL(`http://127.0.0.1:${port}`))).toBeUndefined();
});
