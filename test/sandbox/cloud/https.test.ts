import { request } from "node:https";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";
import { attachWorker, callCloudflare, firstZone, uploadWorker } from "./workers";

const POLICY =
  "version: STSv1\nmode: enforce\nmx: contoso-com.mail.protection.outlook.com\nmax_age: 604800\n";
const HOST = "mta-sts.contoso.com";

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ world: { zones: [{ name: "contoso.com" }], tenants: [] } });
  await uploadWorker(
    cloud,
    "policy",
    `export default { fetch: (request) => new URL(request.url).pathname === "/.well-known/mta-sts.txt"
    ? new Response(${JSON.stringify(POLICY)}, { headers: { "content-type": "text/plain" } })
    : new Response(request.headers.get("host") + " " + request.method, { status: 404 }) };`,
  );
  await uploadWorker(cloud, "broken", "export default { fetch() { throw new Error('out of order') } };");
  await uploadWorker(
    cloud,
    "classic",
    "addEventListener('fetch', (event) => event.respondWith(new Response('classic')));",
  );
  await attachWorker(cloud, HOST, "policy");
  await attachWorker(cloud, "broken.contoso.com", "broken");
  await attachWorker(cloud, "classic.contoso.com", "classic");
});

afterAll(() => cloud.close());

/** As a mail server fetches a policy: the certificate has to be the host's. */
function get(
  host: string,
  path: string,
): Promise<{ status: number | undefined; type: unknown; body: string }> {
  const [address, port] = cloud.endpoints.https.split(":");
  return new Promise((resolve, reject) => {
    const options = {
      host: address,
      port,
      path,
      servername: host,
      headers: { host },
      ca: cloud.endpoints.ca,
      agent: false,
    };
    const asked = request(options, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode, type: response.headers["content-type"], body }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("a Worker's code serves the policy under the host's own certificate", async () => {
  expect(await get(HOST, "/.well-known/mta-sts.txt")).toEqual({
    status: 200,
    type: "text/plain",
    body: POLICY,
  });
});

test("the code sees the request as it came", async () => {
  expect(await get(HOST, "/else")).toMatchObject({ status: 404, body: `${HOST} GET` });
});

test("a host without a custom domain has no certificate", async () => {
  await expect(get("mta-sts.fabrikam.com", "/")).rejects.toThrow(
    /Hostname\/IP does not match certificate's altnames/,
  );
});

test("a Worker that throws is Cloudflare's error 1101", async () => {
  expect(await get("broken.contoso.com", "/")).toMatchObject({ status: 500, body: "error code: 1101" });
});

test("a script that listens for events works too", async () => {
  expect(await get("classic.contoso.com", "/")).toMatchObject({ status: 200, body: "classic" });
});

test("a proxied host is answered by the route that fits best, or by nobody", async () => {
  const path = `zones/${firstZone(cloud).id}`;
  await callCloudflare(cloud, "POST", `${path}/dns_records`, {
    type: "A",
    name: "www",
    content: "192.0.2.1",
    ttl: 1,
    proxied: true,
  });
  expect(await get("www.contoso.com", "/a")).toMatchObject({ status: 522 });
  await callCloudflare(cloud, "POST", `${path}/workers/routes`, {
    pattern: "*.contoso.com/*",
    script: "broken",
  });
  await callCloudflare(cloud, "POST", `${path}/workers/routes`, {
    pattern: "www.contoso.com/a*",
    script: "classic",
  });
  expect((await get("www.contoso.com", "/a")).body).toBe("classic");
  expect((await get("www.contoso.com", "/b")).status).toBe(500);
});
