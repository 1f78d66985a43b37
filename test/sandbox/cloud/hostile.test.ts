import { connect } from "node:net";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";

/* Clients that are broken, hurried or curious: each gets the API's own words, and the clouds stay up. */

const TOKEN = "Bearer Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY";

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ world: { zones: [{ name: "contoso.com" }], tenants: [] } });
});
afterAll(() => cloud.close());

const zone = () => cloud.world().zones[0]?.id ?? "";

async function call(method: string, path: string, body?: string) {
  const headers = { authorization: TOKEN };
  const answer = await fetch(cloud.endpoints.cloudflare + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** What comes back on a connection of its own; the text is sent as it is. */
function send(endpoint: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(endpoint).port), "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

test.each([
  ["an absolute URL with another host", "GET HTTP://API.CLOUDFLARE.COM/client/v4/user HTTP/1.1", "200"],
  ["an absolute URL without a path", "GET http://api.cloudflare.com HTTP/1.1", "404"],
  ["an asterisk", "OPTIONS * HTTP/1.1", "404"],
  ["two slashes", "GET //client/v4/user HTTP/1.1", "404"],
])("a request line with %s is answered in Cloudflare's envelope", async (_, line, status) => {
  const { host } = new URL(cloud.endpoints.cloudflare);
  const head = `${line}\r\nHost: ${host}\r\nAuthorization: ${TOKEN}\r\nConnection: close\r\n\r\n`;
  const answer = await send(cloud.endpoints.cloudflare, head);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toMatch(/"success":(true|false),"errors":\[/);
});

describe("pages of a browser reach no cloud on this machine", () => {
  test.each<[string, string]>([
    ["a name that leads here", "Host: phish.example"],
    ["a name that leads here with the port", "Host: phish.example:PORT"],
    ["another origin", "Host: 127.0.0.1:PORT\r\nOrigin: https://phish.example"],
    ["no origin", "Host: 127.0.0.1:PORT\r\nOrigin: null"],
    ["another site", "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site"],
  ])("%s is refused by each of them", async (_, lines) => {
    const { cloudflare, login, graph, exchange } = cloud.endpoints;
    for (const endpoint of [cloudflare, login, graph, exchange]) {
      const { port } = new URL(endpoint);
      const head = `${lines.replace("PORT", port)}\r\nAuthorization: ${TOKEN}\r\nConnection: close\r\n\r\n`;
      const before = await requests();
      const answer = await send(endpoint, `GET /client/v4/user HTTP/1.1\r\n${head}`);
      expect(answer).toMatch(/^HTTP\/1.1 403 /);
      expect(answer).toMatch(/Host is not|a request of another/);
      // What a stranger asks for is no traffic of a test's.
      expect(await requests()).toEqual(before);
    }
  });

  const requests = async (): Promise<unknown> => (await fetch(`${cloud.endpoints.control}/requests`)).json();
});

test.each([
  ["PUT", "/zones", "{}", 405],
  ["OPTIONS", "/zones", undefined, 405],
  ["HEAD", "/zones", undefined, 405],
  ["GET", "/zones/", undefined, 200],
  ["GET", "/zones/%2e%2e/%ff", undefined, 404],
  ["GET", "/zones?page=-1&per_page=1e999&order=constructor", undefined, 200],
  ["POST", "/zones", "{", 400],
  ["POST", "/zones", "[]", 400],
  ["POST", "/zones", '{"name":{"toString":1}}', 400],
  ["POST", "/zones", "[".repeat(100_000), 400],
])("%s %s with the body %p is answered %#", async (method, path, body, status) => {
  const answer = await call(method, path, body);
  expect(answer.status).toBe(status);
  if (method !== "HEAD")
    expect(answer.body).toMatchObject({ success: status === 200, errors: expect.any(Array) });
});

test("a body of twenty megabytes is read, and refused for what is in it", async () => {
  const body = JSON.stringify({ type: "TXT", name: "big", content: "x".repeat(20_000_000) });
  const { status, body: answer } = await call("POST", `/zones/${zone()}/dns_records`, body);
  expect([status, answer.errors[0].error_chain[0].code]).toEqual([400, 9070]);
});

test("a client that goes away in the middle of a request does no harm", async () => {
  const endpoint = cloud.endpoints.cloudflare;
  await new Promise<void>((resolve) => {
    const head = "POST /client/v4/zones HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n{";
    const socket = connect(Number(new URL(endpoint).port), "127.0.0.1", () =>
      socket.write(head, () => socket.destroy()),
    );
    socket.on("close", () => resolve());
  });
  expect((await call("GET", "/user")).status).toBe(200);
});

test("two hundred records that are made at once are two hundred records", async () => {
  const path = `/zones/${zone()}/dns_records`;
  const bodies = Array.from({ length: 200 }, (_, place) =>
    JSON.stringify({ type: "TXT", name: `host${place}.contoso.com`, content: `"${place}"`, ttl: 60 }),
  );
  const answers = await Promise.all(bodies.map((body) => call("POST", path, body)));
  expect(new Set(answers.map(({ body }) => body.result.id)).size).toBe(200);
  expect((await call("GET", `${path}?per_page=1000`)).body.result_info.total_count).toBe(200);
});
