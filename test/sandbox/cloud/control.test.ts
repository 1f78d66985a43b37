import { request } from "node:http";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ world: { zones: [{ name: "contoso.com" }], tenants: [] } });
});

afterAll(() => cloud.close());

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${cloud.endpoints.control}/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

const zones = () =>
  fetch(`${cloud.endpoints.cloudflare}/zones`, {
    headers: { authorization: `Bearer ${cloud.env.CLOUDFLARE_API_TOKEN}` },
  });

test("the world is shown as it is by now", async () => {
  expect((await control("GET", "world")).body).toEqual(JSON.parse(JSON.stringify(cloud.world())));
});

test("trouble comes to the requests that it is aimed at, as often as it was ordered", async () => {
  const troubles = [
    { kind: "throttle", service: "cloudflare", retryAfter: "2" },
    { kind: "fail", service: "cloudflare", method: "GET", path: "/zones$", status: 502, count: 2 },
    { kind: "fail", service: "graph" },
  ];
  expect(await control("POST", "troubles", troubles)).toEqual({ status: 204, body: undefined });
  const statuses = [await zones(), await zones(), await zones(), await zones()].map(({ status }) => status);
  expect(statuses).toEqual([429, 502, 502, 200]);
  await control("POST", "troubles", [{ kind: "break", service: "cloudflare", carriedOut: true }]);
  await expect(zones()).rejects.toThrow("fetch failed");
  await control("POST", "troubles", [{ kind: "fail", count: 9 }]);
  await control("DELETE", "troubles");
  expect((await zones()).status).toBe(200);
});

test("the log has no header and no body", async () => {
  await zones();
  const { body } = await control("GET", "requests");
  expect(body.at(-1)).toEqual({
    service: "cloudflare",
    method: "GET",
    path: "/client/v4/zones",
    status: 200,
  });
});

test("troubles that make no sense are refused together", async () => {
  const { status, body } = await control("POST", "troubles", [
    { kind: "flood" },
    { kind: "slow", path: "(" },
  ]);
  expect([status, body.errors]).toEqual([400, [expect.stringContaining("[0].kind")]]);
  const second = await control("POST", "troubles", [{ kind: "slow", path: "(" }]);
  expect(second.body.errors).toEqual(["[0].path: no regular expression, got ("]);
});

test("what the control does not know, it names what it knows", async () => {
  expect(await control("GET", "zones")).toMatchObject({
    status: 404,
    body: { error: expect.stringContaining("GET world") },
  });
});

describe("the control interface is this user's alone", () => {
  const answered = (url: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<number | undefined>((done, fail) => {
      request(url, { method, headers }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on("error", fail)
        .end(method === "POST" ? "[]" : undefined);
    });

  test("whoever does not know its path, such as another user of the machine, finds nothing", async () => {
    const { origin } = new URL(cloud.endpoints.control);
    for (const path of ["/world", "/environment", "/", `/${"0".repeat(36)}/world`]) {
      expect(await answered(`${origin}${path}`)).toBe(404);
    }
    expect(await answered(`${cloud.endpoints.control}/world`)).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ["a page of another site posts", { origin: "https://phish.example", "content-type": "text/plain" }],
    ["a page without an origin posts", { origin: "null" }],
    ["a browser says so", { "sec-fetch-site": "cross-site" }],
    ["another port of this machine asks", { "sec-fetch-site": "same-site" }],
    ["a name leads here", { host: "phish.example" }],
    ["a name leads here with the port", { host: "phish.example:80" }],
  ])("is refused where %s", async (_title, headers) => {
    for (const [method, path] of [
      ["POST", "troubles"],
      ["GET", "world"],
    ] as const) {
      expect(await answered(`${cloud.endpoints.control}/${path}`, headers, method)).toBe(403);
    }
  });

  test("a browser that is told the URL itself, and localhost, are answered", async () => {
    const url = `${cloud.endpoints.control}/world`;
    expect(await answered(url, { "sec-fetch-site": "none" })).toBe(200);
    expect(await answered(url, { host: `localhost:${new URL(url).port}` })).toBe(200);
  });
});
