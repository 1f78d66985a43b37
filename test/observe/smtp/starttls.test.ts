import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createSecureContext, type SecureContext, TLSSocket } from "node:tls";
import { type DnsName, parseName } from "../../../lib/dns/name";
import type { Resolve } from "../../../lib/dns/resolve";
import { unwrap } from "../../../lib/fault";
import { reachOf } from "../../../observe/reach";
import { exchangeAsker } from "../../../observe/smtp/exchanges";
import { Authority } from "../../../sandbox/tls";

const HOST: DnsName = unwrap("mx1.contoso.com", parseName("mx1.contoso.com"));
const LOOPBACK = reachOf([{ address: "127.0.0.0", prefix: 8 }]);
/** The DNS in which the exchange is on this machine. */
const HERE = (async (_name: string, type: string) =>
  type === "A" ? { kind: "records", records: ["127.0.0.1"] } : { kind: "nodata" }) as Resolve;

const authority = new Authority();
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
});

/** What an exchange says: to whoever connects, and to each command. */
interface Exchange {
  readonly greeting?: string;
  readonly replies?: Readonly<Record<string, string>>;
  readonly context?: SecureContext;
}

async function listening({ greeting = "220 mx1.contoso.com ESMTP", replies = {}, context }: Exchange) {
  const said: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    if (greeting !== "") socket.write(`${greeting}\r\n`);
    socket.on("data", (chunk) => {
      const [command = ""] = chunk.toString("latin1").trim().split(" ");
      said.push(chunk.toString("latin1").trim());
      const reply = replies[command];
      if (reply === undefined) return;
      socket.write(`${reply}\r\n`);
      if (command === "STARTTLS" && context) {
        socket.removeAllListeners("data");
        const secured = new TLSSocket(socket, { isServer: true, secureContext: context });
        secured.on("error", () => socket.destroy());
      }
    });
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, said };
}

const OFFERING = {
  EHLO: "250-mx1.contoso.com\r\n250-SIZE 1000\r\n250 STARTTLS",
  STARTTLS: "220 go ahead",
} as const;

async function asked(exchange: Exchange, ca = authority.certificate) {
  const { port, said } = await listening(exchange);
  const ask = exchangeAsker(HERE, { port, ca, timeout: 400, reach: LOOPBACK });
  const [answers, again] = await Promise.all([ask(HOST), ask(HOST)]);
  expect(again).toBe(answers);
  return { answers, said };
}

const at = (said: object) => [{ host: HOST, address: "127.0.0.1", ...said }];

test("an exchange with a certificate for its name is asked for TLS, and left without a mail", async () => {
  const { answers, said } = await asked({ replies: OFFERING, context: authority.certificateOf(HOST) });
  expect(answers).toEqual(at({ kind: "tls", days: 29 }));
  expect(said).toEqual(["EHLO [127.0.0.1]", "STARTTLS"]);
});

test("certificates of others, of nobody's authority and past their end do not hold", async () => {
  const other = await asked({ replies: OFFERING, context: authority.certificateOf("mx.fabrikam.com") });
  expect(other.answers).toEqual(
    at({ kind: "tls", days: 29, fault: `it is for mx.fabrikam.com, not for ${HOST}` }),
  );
  const context = authority.certificateOf(HOST);
  const strange = await asked({ replies: OFFERING, context }, new Authority().certificate);
  expect(strange.answers).toEqual(
    at({
      kind: "tls",
      days: 29,
      fault: expect.stringMatching(/chain is not whole|no public authority|did not sign/),
    }),
  );
  const old = new Authority(new Date(Date.now() - 40 * 24 * 60 * 60 * 1000));
  const past = await asked({ replies: OFFERING, context: old.certificateOf(HOST) }, old.certificate);
  expect(past.answers).toEqual(at({ kind: "tls", days: -11, fault: "it has expired" }));
});

test.each<[string, Exchange, object]>([
  ["offers no STARTTLS", { replies: { EHLO: "250 mx1.contoso.com" } }, { kind: "plain" }],
  ["knows no EHLO", { replies: { EHLO: "502 what?" } }, { kind: "plain" }],
  [
    "has no TLS to give",
    { replies: { ...OFFERING, STARTTLS: "454 not now" } },
    { kind: "broken", why: "it answers STARTTLS with 454" },
  ],
  [
    "says more before TLS begins, as somebody in between would",
    { replies: { ...OFFERING, STARTTLS: "220 go ahead\r\n250 STARTTLS" } },
    { kind: "broken", why: "text follows its answer to STARTTLS" },
  ],
  [
    "breaks the handshake off",
    { replies: { ...OFFERING, STARTTLS: "220 go ahead" }, context: createSecureContext({}) },
    { kind: "broken", why: expect.any(String) },
  ],
  ["takes nobody", { greeting: "554 go away" }, { kind: "unreached", why: "it greets with 554" }],
  [
    "answers EHLO with a refusal",
    { replies: { EHLO: "421 too many" } },
    { kind: "unreached", why: "it answers EHLO with 421" },
  ],
  ["speaks another protocol", { greeting: "SSH-2.0-x" }, { kind: "unreached", why: "it greets with 0" }],
  [
    "never stops",
    { greeting: `220-${"x".repeat(40_000)}` },
    { kind: "unreached", why: "more than 32768 octets of replies" },
  ],
  ["is silent", { greeting: "" }, { kind: "unreached", why: "no answer within 0.4 s" }],
])("an exchange that %s", async (_title, exchange, said) => {
  expect((await asked(exchange)).answers).toEqual(at(said));
});

test("private addresses are not connected to, nor is what does not listen; a host without address is told", async () => {
  const { port, said } = await listening({});
  expect(await exchangeAsker(HERE, { port })(HOST)).toEqual(
    at({ kind: "unreached", why: "it is an address of this machine, which is not connected to" }),
  );
  expect(said).toEqual([]);
  await new Promise((done) => servers.pop()?.close(done));
  expect(await exchangeAsker(HERE, { port, reach: LOOPBACK })(HOST)).toEqual(
    at({ kind: "unreached", why: `nothing listens on port ${port}` }),
  );
  const nowhere = (async () => ({ kind: "nxdomain" })) as Resolve;
  expect(await exchangeAsker(nowhere)(HOST)).toEqual([
    { host: HOST, address: "", kind: "unreached", why: `${HOST} has no address` },
  ]);
});

test("where port 25 of nobody is reached, as from most networks, it is not waited for a thousand times", async () => {
  const { port } = await listening({ greeting: "" });
  const ask = exchangeAsker(HERE, { port, timeout: 20, reach: LOOPBACK });
  const hosts = Array.from({ length: 40 }, (_, at) => unwrap("host", parseName(`mx${at}.contoso.com`)));
  const answers = (await Promise.all(hosts.map(ask))).flat();
  const spared = answers.filter((answer) => answer.kind === "unreached" && /of nobody/.test(answer.why));
  // Twenty are asked at once, and eight that are silent are enough.
  expect(spared.length).toBeGreaterThanOrEqual(12);
});
