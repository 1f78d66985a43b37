import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { cloudflareAccess } from "../../../observe/cloudflare/access";
import { listRecords } from "../../../observe/cloudflare/list-records";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What is made of a zone that Cloudflare tells so. */
async function listed(answer: RequestListener, milliseconds = 5000) {
  server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const access = cloudflareAccess({
    CLOUDFLARE_API_TOKEN: "secret-token",
    CLOUDFLARE_BASE_URL: `http://127.0.0.1:${port}/client/v4/`,
  });
  if (!access) throw new Error("no access");
  return listRecords(access, "023e105f4ecef8ad9ca31a8372d0c353", AbortSignal.timeout(milliseconds));
}

const page = (result: readonly object[], total_pages = 1) =>
  JSON.stringify({ success: true, errors: [], messages: [], result, result_info: { total_pages } });

test("a zone is listed page by page with its token, values without quotes", async () => {
  const asked: string[] = [];
  const records = await listed((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`);
    const second = request.url?.includes("page=2");
    response.end(
      second
        ? page(
            [{ id: "3", type: "SRV", name: "_sip._tls.contoso.com", content: "1 443 sip.example", ttl: 1 }],
            2,
          )
        : page(
            [
              { id: "1", type: "TXT", name: "Contoso.com", content: '"v=spf1 " "-all"', ttl: 1 },
              {
                id: "2",
                type: "MX",
                name: "contoso.com",
                content: "Aspmx.l.google.com",
                priority: 1,
                ttl: 300,
              },
            ],
            2,
          ),
    );
  });
  const path = "/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/dns_records?per_page=5000";
  expect(asked).toEqual([`Bearer secret-token ${path}&page=1`, `Bearer secret-token ${path}&page=2`]);
  expect(records.map(({ id, name, type, data }) => [id, name, type, data])).toEqual([
    ["1", "contoso.com", "TXT", "v=spf1 -all"],
    ["2", "contoso.com", "MX", "1 aspmx.l.google.com"],
    ["3", "_sip._tls.contoso.com", "SRV", "1 443 sip.example"],
  ]);
});

test("it is asked again where it is only busy", async () => {
  let times = 0;
  const records = await listed((_, response) => {
    times += 1;
    if (times === 1) response.writeHead(429, { "retry-after": "0" }).end();
    else response.end(page([]));
  });
  expect([times, records]).toEqual([2, []]);
});

test.each<[string, RequestListener, RegExp]>([
  [
    "a refusal, in its words",
    (_, response) =>
      response
        .writeHead(403)
        .end(JSON.stringify({ success: false, errors: [{ code: 10000, message: "Authentication error" }] })),
    /^Cloudflare answers 403: Authentication error \(10000\)$/,
  ],
  [
    "what is no answer of Cloudflare's",
    (_, response) => response.end("<html>"),
    /^Cloudflare's answer cannot be read$/,
  ],
  [
    "another host's word",
    (_, response) => response.writeHead(302, { location: "http://192.0.2.1/" }).end(),
    /^Cloudflare cannot be reached: /,
  ],
  ["silence", () => undefined, /^Cloudflare did not answer in time$/],
])("%s is told, without the token", async (_, answer, words) => {
  const error = await listed(answer, 300).catch((reason: Error) => reason.message);
  expect(error).toMatch(words);
  expect(error).not.toContain("secret-token");
});

test("a key goes with its address, and without either there is no access", () => {
  expect(cloudflareAccess({ CLOUDFLARE_API_KEY: "key", CLOUDFLARE_EMAIL: "dns@contoso.com" })).toEqual({
    baseUrl: "https://api.cloudflare.com/client/v4",
    headers: { "x-auth-key": "key", "x-auth-email": "dns@contoso.com" },
  });
  expect(cloudflareAccess({ CLOUDFLARE_API_KEY: "key" })).toBeUndefined();
});

describe("what the base URL leads to need not be Cloudflare", () => {
  const ENDLESS = Buffer.alloc(1024 * 1024, " ");

  test("an answer without an end is read up to a limit", async () => {
    let sent = 0;
    const refused = listed((_, response) => {
      const more = () => {
        while (!response.destroyed && sent < 1024) {
          sent += 1;
          if (!response.write(ENDLESS)) {
            response.once("drain", more);
            return;
          }
        }
      };
      more();
    }, 30_000);
    await expect(refused).rejects.toThrow("longer than the 33554432 octets that are read");
    expect(sent).toBeLessThan(200);
  });

  test("one that begins and never goes on ends with the wait for all", async () => {
    const refused = listed((_, response) => response.write('{"success":true,'), 300);
    await expect(refused).rejects.toThrow("Cloudflare did not answer in time");
  });

  test("a page of half a million records is listed, and no pages without end", async () => {
    const record = { id: "1", type: "TXT", name: "contoso.com", content: "" };
    const body = page(Array.from({ length: 400_000 }, () => record));
    expect(await listed((_, response) => response.end(body), 30_000)).toHaveLength(400_000);
    server?.close();
    await expect(listed((_, response) => response.end(page([], 1e9)), 30_000)).rejects.toThrow(
      "more than 200000",
    );
  });

  test("its wish to be left alone for thirty years is not granted", async () => {
    const refused = listed(
      (_, response) => response.writeHead(429, { "retry-after": "1000000000" }).end("<html>"),
      500,
    );
    await expect(refused).rejects.toThrow("Cloudflare answers 429");
  });
});

test("a call that is kept back longer than fetch waits for an answer is made again, as long as there is time", async () => {
  const late = () => {
    // As undici's, which Node does not export.
    const cause = Object.assign(new Error("Headers Timeout Error"), { name: "HeadersTimeoutError" });
    return Promise.reject(Object.assign(new TypeError("fetch failed"), { cause }));
  };
  const fetching = jest.spyOn(globalThis, "fetch");
  try {
    fetching.mockImplementationOnce(late);
    expect(await listed((_, response) => response.end(page([])))).toEqual([]);
    expect(fetching).toHaveBeenCalledTimes(2);
    fetching.mockImplementation(late);
    const aborted = AbortSignal.abort();
    const access = { baseUrl: "http://127.0.0.1:9", headers: {} };
    await expect(listRecords(access, "zone", aborted)).rejects.toThrow("Cloudflare did not answer in time");
  } finally {
    fetching.mockRestore();
  }
});
