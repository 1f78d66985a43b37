import { type HttpService, listen, type Port } from "../../../sandbox/http/listen";
import { Traffic } from "../../../sandbox/http/traffic";

const service: HttpService = {
  name: "cloudflare",
  answer: (url, { body }) => {
    if (url.endsWith("/broken")) throw new Error("no such table");
    return url.endsWith("/raw") ? { status: 200, raw: body } : { status: 200, body: { url } };
  },
  refusal: (status, message) => ({ status, message }),
};

let port: Port;
let traffic: Traffic;

beforeEach(async () => {
  traffic = new Traffic();
  port = await listen(service, traffic);
});

afterEach(() => port.close());

const get = (path: string) => fetch(`${port.origin}${path}`);

test("JSON has its content type, and raw bytes have none that nobody gave", async () => {
  const json = await get("/json?x=1");
  expect([json.headers.get("content-type"), await json.json()]).toEqual([
    "application/json; charset=utf-8",
    { url: `${port.origin}/json?x=1` },
  ]);
  const raw = await fetch(`${port.origin}/raw`, { method: "POST", body: "as it is" });
  expect([raw.headers.get("content-type"), await raw.text()]).toEqual([null, "as it is"]);
});

test("a fault of the sandbox is told, not hidden behind a broken connection", async () => {
  const response = await get("/broken");
  expect([response.status, await response.json()]).toEqual([
    500,
    { status: 500, message: "the sandbox failed: no such table" },
  ]);
});

test("trouble is met in the order in which it was ordered", async () => {
  traffic.throttle(1, "5");
  traffic.fail(1, { status: 503, message: "closed" }, { path: /json/ });
  traffic.slow(1, 1, { method: "post" });
  const first = await get("/json");
  expect([first.status, first.headers.get("retry-after")]).toEqual([429, "5"]);
  expect((await get("/raw")).status).toBe(200);
  expect(await (await get("/json")).json()).toEqual({ status: 503, message: "closed" });
  expect((await get("/json")).status).toBe(200);
  expect(traffic.log.map(({ path, status }) => [path, status])).toEqual([
    ["/json", 429],
    ["/raw", 200],
    ["/json", 503],
    ["/json", 200],
  ]);
});

test("a connection that breaks after the request was carried out leaves its status in the log", async () => {
  traffic.break(1, true);
  traffic.break(1, false);
  await expect(get("/json")).rejects.toThrow("fetch failed");
  await expect(get("/json")).rejects.toThrow("fetch failed");
  expect(traffic.log.map(({ status }) => status)).toEqual([200, 0]);
});
