import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { Resolve } from "../../../lib/dns/resolve";
import { type FetchFileOptions, fileFetcher } from "../../../observe/https/fetch-file";
import { Authority } from "../../../sandbox/tls";

const NOWHERE: Resolve = async () => ({ kind: "nxdomain" });
const authority = new Authority();
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function fetched(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  options: FetchFileOptions = {},
) {
  const server = createServer(
    {
      SNICallback: (host, done) => done(null, authority.certificateOf(host)),
      key: authority.key,
      cert: authority.cert,
    },
    answer,
  );
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const fetchFile = fileFetcher(NOWHERE, {
    connect: { host: "127.0.0.1", port },
    ca: authority.certificate,
    timeout: 300,
    ...options,
  });
  const [file, again] = await Promise.all([
    fetchFile("https://contoso.com/logo.svg?v=1"),
    fetchFile("https://contoso.com/logo.svg?v=1"),
  ]);
  expect(again).toBe(file);
  return file;
}

test("a file is fetched once, by way of redirects to HTTPS", async () => {
  const asked: unknown[] = [];
  const file = await fetched(({ url, headers }, response) => {
    asked.push(`${headers.host}${url}`);
    if (url === "/logo.svg?v=1") response.writeHead(302, { location: "//cdn.contoso.com/l.svg" }).end();
    else response.end("<svg/>");
  });
  expect(file).toEqual({ kind: "file", octets: Buffer.from("<svg/>") });
  expect(asked).toEqual(["contoso.com/logo.svg?v=1", "cdn.contoso.com/l.svg"]);
});

test.each<[string, (request: IncomingMessage, response: ServerResponse) => void, string]>([
  ["another status than 200", (_, response) => response.writeHead(404).end(), "status 404"],
  [
    "a redirect away from HTTPS",
    (_, response) => response.writeHead(301, { location: "http://contoso.com/" }).end(),
    "a location that is no HTTPS address",
  ],
  [
    "redirects in a circle",
    (_, response) => response.writeHead(301, { location: "https://contoso.com/" }).end(),
    "more than 3 redirects",
  ],
  [
    "a file without end",
    (_, response) => response.end("x".repeat(300_000)),
    "a file of more than 262144 octets",
  ],
  ["silence", () => undefined, "no answer from 127.0.0.1 within 0.3 s"],
  ["a connection that breaks off", ({ socket }) => socket.destroy(), "HTTPS at 127.0.0.1: ECONNRESET"],
])("%s is no file", async (_title, answer, why) => {
  expect(await fetched(answer)).toMatchObject({ kind: "failed", why });
});

test("a certificate of nobody's authority is none, and a private address is not connected to", async () => {
  expect(
    await fetched((_, response) => response.end("x"), { ca: new Authority().certificate }),
  ).toMatchObject({
    kind: "failed",
    why: expect.stringContaining("its certificate: "),
  });
  const guarded = fileFetcher(NOWHERE);
  expect(await guarded("https://127.0.0.1/logo.svg")).toMatchObject({
    kind: "failed",
    why: "127.0.0.1 is an address of this machine, which is not connected to",
  });
  expect(await guarded("https://[::1]:8443/")).toMatchObject({
    why: "::1 is an address of this machine, which is not connected to",
  });
  expect(await guarded("https://contoso.com/")).toMatchObject({ why: "contoso.com has no address" });
  expect(await guarded("https://u:p@contoso.com/")).toMatchObject({
    why: "a location that is no HTTPS address",
  });
});
