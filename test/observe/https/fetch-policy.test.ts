import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { createServer as createTcpServer, type Socket } from "node:net";
import { type DnsName, parseName } from "../../../lib/dns/name";
import type { Resolve } from "../../../lib/dns/resolve";
import { unwrap } from "../../../lib/fault";
import { type FetchedPolicy, policyFetcher } from "../../../observe/https/fetch-policy";
import { reachOf } from "../../../observe/reach";
import { Authority } from "../../../sandbox/tls";

const POLICY =
  "version: STSv1\nmode: enforce\nmx: contoso-com.mail.protection.outlook.com\nmax_age: 604800\n";
const CONTOSO: DnsName = unwrap("contoso.com", parseName("contoso.com"));
const NOWHERE: Resolve = async () => ({ kind: "nxdomain" });

const authority = new Authority();
const servers: Server[] = [];

/** What is made of a web server that has a certificate for mta-sts.contoso.com and answers so. */
async function fetched(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  domain = CONTOSO,
  ca = authority.certificate,
): Promise<FetchedPolicy> {
  const server = createServer(
    {
      SNICallback: (_host, done) => done(null, authority.certificateOf("mta-sts.contoso.com")),
      key: authority.key,
      cert: authority.cert,
    },
    answer,
  );
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return policyFetcher(NOWHERE, { connect: { host: "127.0.0.1", port }, ca, timeout: 300 })(domain);
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const plain = (text: string) => (_request: IncomingMessage, response: ServerResponse) =>
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(text);

test("a policy is asked for at its well-known path, under the policy host's name", async () => {
  const asked: unknown[] = [];
  const answer = await fetched((request, response) => {
    asked.push(request.method, request.url, request.headers.host);
    plain(POLICY)(request, response);
  });
  expect(answer).toEqual({ kind: "text", text: POLICY });
  expect(asked).toEqual(["GET", "/.well-known/mta-sts.txt", "mta-sts.contoso.com"]);
});

test.each<[string, (request: IncomingMessage, response: ServerResponse) => void, string]>([
  [
    "a redirect is not followed",
    (_, response) => response.writeHead(301, { location: "https://contoso.com/" }).end(),
    "a redirect (status 301), which senders do not follow",
  ],
  ["another status than 200 is none", (_, response) => response.writeHead(404).end(), "status 404"],
  [
    "a page in HTML is none",
    (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(POLICY),
    "content type text/html, where text/plain is due",
  ],
  ["more than 64 KiB is too much", plain("x".repeat(70_000)), "a policy of more than 65536 octets"],
  ["silence has an end", () => undefined, "no answer from 127.0.0.1 within 0.3 s"],
])("%s", async (_title, answer, why) => {
  expect(await fetched(answer)).toEqual({ kind: "failed", why });
});

test("a certificate of another host does not count", async () => {
  const other = unwrap("fabrikam.com", parseName("fabrikam.com"));
  expect(await fetched(plain(POLICY), other)).toMatchObject({
    kind: "failed",
    why: expect.stringContaining("its certificate: Hostname/IP does not match certificate's altnames"),
  });
});

test("a certificate of an authority that nobody knows does not count", async () => {
  expect(await fetched(plain(POLICY), CONTOSO, new Authority().certificate)).toMatchObject({
    kind: "failed",
    why: expect.stringMatching(/^its certificate: /),
  });
});

test("a policy host without an address, and a DNS that does not answer, are told apart", async () => {
  expect(await policyFetcher(NOWHERE)(CONTOSO)).toEqual({
    kind: "failed",
    why: "mta-sts.contoso.com has no address",
  });
  const silent: Resolve = async () => ({ kind: "failure", reason: "timeout" });
  expect(await policyFetcher(silent)(CONTOSO)).toEqual({
    kind: "failed",
    why: "mta-sts.contoso.com: the DNS does not answer (timeout)",
  });
});

describe("a host that its owner's DNS puts anywhere", () => {
  const LOOPBACK = reachOf([{ address: "127.0.0.0", prefix: 8 }]);
  const at =
    (...addresses: readonly string[]): Resolve =>
    async (_name, type) =>
      type === "A" ? { kind: "records", records: addresses as never } : { kind: "nodata" };

  test("is not connected to on this machine, nor in a private network", async () => {
    let connections = 0;
    const server = createServer({ key: authority.key, cert: authority.cert });
    server.on("connection", () => (connections += 1));
    servers.push(server.listen(0, "127.0.0.1"));
    await once(server, "listening");
    const options = { port: portOf(server), ca: authority.certificate };
    expect(await policyFetcher(at("127.0.0.1"), options)(CONTOSO)).toEqual({
      kind: "failed",
      why: "127.0.0.1 is an address of this machine, which is not connected to",
    });
    expect(connections).toBe(0);
    await policyFetcher(at("127.0.0.1"), { ...options, reach: LOOPBACK })(CONTOSO);
    expect(connections).toBe(1);
  });

  test("of many addresses that never answer, all together wait no longer than one limit", async () => {
    const first = createTcpServer(hangs).listen(0, "127.0.0.1");
    await once(first, "listening");
    const port = portOf(first);
    const addresses = Array.from({ length: 8 }, (_, index) => `127.0.0.${index + 1}`);
    const others = addresses.slice(1).map((address) => createTcpServer(hangs).listen(port, address));
    await Promise.all(others.map((server) => once(server, "listening")));
    const start = performance.now();
    const fetched = await policyFetcher(at(...addresses), {
      port,
      reach: LOOPBACK,
      timeout: 3000,
      total: 500,
    })(CONTOSO);
    const took = performance.now() - start;
    await Promise.all([first, ...others].map((server) => new Promise((done) => server.close(done))));
    expect(fetched).toEqual({ kind: "failed", why: "no answer within 0.5 s in all" });
    expect(took).toBeGreaterThan(450);
    expect(took).toBeLessThan(15_000);
  });

  test("that has been silent for three domains is not waited for again", async () => {
    const silent = createTcpServer(hangs).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const fetch = policyFetcher(at("127.0.0.1"), { port: portOf(silent), reach: LOOPBACK, timeout: 50 });
    const whys: unknown[] = [];
    for (let domain = 0; domain < 4; domain++) whys.push(await fetch(CONTOSO));
    await new Promise((done) => silent.close(done));
    expect(whys.map((fetched) => (fetched as { readonly why: string }).why)).toEqual([
      ...Array(3).fill("no answer from 127.0.0.1 within 0.1 s"),
      "127.0.0.1 has answered nothing so far",
    ]);
  });
});

/** Takes a connection, and says nothing. */
function hangs(socket: Socket): void {
  socket.on("error", () => undefined).resume();
}

function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
