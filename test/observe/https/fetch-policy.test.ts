import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { type DnsName, parseName } from "../../../lib/dns/name";
import type { Resolve } from "../../../lib/dns/resolve";
import { unwrap } from "../../../lib/fault";
import { type FetchedPolicy, policyFetcher } from "../../../observe/https/fetch-policy";
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
