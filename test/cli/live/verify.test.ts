import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { verify } from "../../../cli/live/verify";
import type { Cloud } from "../../../sandbox/cloud/cloud";
import { Authority } from "../../../sandbox/tls";
import { base64, rsaPair } from "../../lib/mail/dkim/keys";
import { attachWorker, uploadWorker } from "../../sandbox/cloud/workers";
import { type Ended, folderWith, mailHygiene } from "../command";
import { CONTOSO_COM, CONTOSO_NET, cloudWith, ESTATE } from "./live";
import { type FailingServer, servfailFor } from "./servfail";

const clouds: Cloud[] = [];
const sockets: Socket[] = [];
const servers: FailingServer[] = [];

type Zones = Readonly<Record<string, readonly string[]>>;

/** The address of a DNS with these zones. */
async function dnsOf(zones: Zones): Promise<string> {
  const cloud = await cloudWith(zones);
  clouds.push(cloud);
  return cloud.endpoints.dns;
}

/** Runs `verify` against a resolver, whose port the output does not show. */
async function verifyAt(resolver: string, ...args: readonly string[]): Promise<Ended> {
  return verifyEstateAt(ESTATE, resolver, ...args);
}

async function verifyEstateAt(estate: string, resolver: string, ...args: readonly string[]): Promise<Ended> {
  const folder = folderWith({ "estate.yaml": estate });
  const ended = await mailHygiene(folder, "verify", "estate.yaml", "--resolver", resolver, ...args);
  return { ...ended, out: ended.out.replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:53053") };
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const cloud of clouds.splice(0)) await cloud.close();
  for (const socket of sockets.splice(0)) await new Promise<void>((done) => socket.close(done));
});

const without = (lines: readonly string[], start: string) => lines.filter((line) => !line.startsWith(start));
const AS_DECLARED: Zones = { "contoso.com": CONTOSO_COM, "contoso.net": CONTOSO_NET };

describe("mail-hygiene verify", () => {
  test("says in one line that all of a domain is published as declared", async () => {
    expect(await verifyAt(await dnsOf(AS_DECLARED), "-d", "contoso.net")).toEqual({
      code: 0,
      err: "",
      out: "ok  contoso.net  3 records\n1 domain, 3 ok; no findings\n",
    });
  });

  test("names the controls of a list that the DNS does not show, sign-ins among them", async () => {
    const estate = `${ESTATE}rules: { packs: [scuba] }\n`;
    const resolver = await dnsOf(AS_DECLARED);
    const { out } = await verifyEstateAt(estate, resolver, "-d", "contoso.net");
    expect(out).toContain(
      "\nnot judged: 65 of the 70 controls of scuba, and 1 in part; look yourself (-v tells where)\n",
    );
    expect(out).toContain("\n  Entra admin center: MS.AAD.1.1v1, ");
    expect(out).toMatch(/; 65 controls not judged\n$/);
    const full = await verifyEstateAt(estate, resolver, "-d", "contoso.net", "-v");
    expect(full.out).toContain("\n  MS.EXO.5.1v1: SMTP AUTH off; look: Exchange Online PowerShell, ");
    const json = await verifyEstateAt(estate, resolver, "-d", "contoso.net", "-f", "json");
    expect(JSON.parse(json.out).notJudged).toHaveLength(66);
  });

  test("shows what is missing, what differs, what nobody declared, and what the rules find there", async () => {
    const resolver = await dnsOf({
      "contoso.com": [
        ...without(without(CONTOSO_COM, "_dmarc"), "autodiscover"),
        "_dmarc.contoso.com TXT v=DMARC1; p=none; rua=mailto:dmarc@contoso.com;",
        "contoso.com MX 10 mx.contoso.net",
      ],
      "contoso.net": CONTOSO_NET,
    });
    expect(await verifyAt(resolver)).toEqual({
      code: 1,
      err: "",
      out: `contoso.com
  drift  _dmarc.contoso.com TXT  estate.yaml:7:5
    declared  v=DMARC1; p=reject; rua=mailto:dmarc@contoso.com;
    observed  v=DMARC1; p=none; rua=mailto:dmarc@contoso.com;
    server    127.0.0.1:53053: v=DMARC1; p=none; rua=mailto:dmarc@contoso.com;
  missing  autodiscover.contoso.com CNAME  estate.yaml:5:3
    declared  autodiscover.outlook.com
    server    127.0.0.1:53053: has no such record
  extra  contoso.com MX
    observed  10 mx.contoso.net
    server    127.0.0.1:53053: 0 contoso-com.mail.protection.outlook.com | 10 mx.contoso.net
  error: the MX host mx.contoso.net of contoso.com has no address; expected A or AAAA records; check that the domain is verified in its tenant, and compare with the MX that Microsoft shows [mx-unresolvable]
  error: selector1._domainkey.contoso.com leads to a name without a key, got CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com; expected a name that holds the signer's key; have the signer make the key, or remove the selector [dkim-dangling]
  error: selector2._domainkey.contoso.com leads to a name without a key, got CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com; expected a name that holds the signer's key; have the signer make the key, or remove the selector [dkim-dangling]
  warning: the DMARC policy of contoso.com lets forgeries through, got p=none; expected p=quarantine or p=reject; read the reports, fix the senders that fail, then write p=quarantine [dmarc-policy-none]
  warning: contoso.com has MX hosts of EOP beside others, got mx.contoso.net; expected EOP's hosts alone; remove the others once no mail needs them [mx-mixed]
ok  contoso.net  3 records
2 domains, 8 ok, 1 drift, 1 missing, 1 extra; 3 errors, 2 warnings
`,
    });
  });

  test("what the zone's own servers have and the resolver has not yet is pending", async () => {
    const before = {
      ...AS_DECLARED,
      "contoso.net": [...without(CONTOSO_NET, "contoso.net TXT"), "contoso.net TXT v=spf1 ~all"],
    };
    const [resolver, authoritative] = [await dnsOf(before), await dnsOf(AS_DECLARED)];
    const { code, out } = await verifyAt(
      resolver,
      "-d",
      "contoso.net",
      "--authoritative",
      authoritative,
      "-f",
      "json",
    );
    const [{ records }] = JSON.parse(out).domains;
    expect(records.map((state: { status: string }) => state.status)).toEqual(["ok", "ok", "pending"]);
    expect(records[2]).toEqual({
      status: "pending",
      name: "contoso.net",
      type: "TXT",
      declared: "v=spf1 -all",
      place: "estate.yaml:8:27",
      path: 'domains["contoso.net"].profile',
      observed: { type: "TXT", data: "v=spf1 ~all", ttl: 300 },
      servers: ["127.0.0.1:53053: v=spf1 -all"],
    });
    expect(code).toBe(0);
  });

  test("a resolver that does not answer makes nothing missing", async () => {
    const silent = createSocket("udp4").bind(0, "127.0.0.1");
    sockets.push(silent);
    await once(silent, "listening");
    const resolver = `127.0.0.1:${silent.address().port}`;
    const { code, out } = await verifyAt(resolver, "-d", "contoso.net", "--timeout", "0.02", "-f", "json");
    const [{ records }] = JSON.parse(out).domains;
    expect(records.map((state: { status: string }) => state.status)).toEqual(Array(3).fill("unreachable"));
    expect(JSON.parse(out).findings).toEqual([]);
    expect(code).toBe(3);
  });

  const KEY = base64(rsaPair(2048).publicKey, "spki");
  const WITH_KEYS: Zones = {
    ...AS_DECLARED,
    "contoso.onmicrosoft.com": ["selector1", "selector2"].map(
      (selector) => `${selector}-contoso-com._domainkey.contoso.onmicrosoft.com TXT v=DKIM1; k=rsa; p=${KEY}`,
    ),
  };

  test.each([
    [
      "the key behind a selector",
      "selector2",
      "selector2-contoso-com._domainkey.contoso.onmicrosoft.com TXT",
    ],
    ["what an SPF record includes", "protection", "spf.protection.outlook.com TXT"],
  ])("%s that does not answer is never taken for right", async (_title, text, lost) => {
    const server = await servfailFor([text], await dnsOf(WITH_KEYS));
    servers.push(server);
    const { code, out } = await verifyAt(
      server.address,
      "-d",
      "contoso.com",
      "-f",
      "json",
      "--timeout",
      "0.3",
    );
    const { domains, findings } = JSON.parse(out);
    expect({
      findings,
      unanswered: domains[0].unanswered.map(
        (one: { name: string; type: string }) => `${one.name} ${one.type}`,
      ),
    }).toEqual({ findings: [], unanswered: expect.arrayContaining([lost]) });
    expect(code).toBe(3);
  });

  test("junit has a case for each domain, with differences before findings", async () => {
    const resolver = await dnsOf({ ...AS_DECLARED, "contoso.net": without(CONTOSO_NET, "contoso.net TXT") });
    const { out } = await verifyAt(resolver, "--format", "junit", "-d", "contoso.net");
    expect(out).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="mail-hygiene verify" tests="1" failures="1">
    <testcase classname="mail-hygiene verify" name="contoso.net">
      <failure type="drift" message="1 difference, 1 finding">missing: contoso.net TXT
contoso.net: warning: spf-missing: contoso.net has no SPF record; expected a TXT record at contoso.net that begins with v=spf1; write contoso.net TXT v=spf1 -all</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test("a resolver that is none is misuse", async () => {
    expect(await verifyAt("resolver.contoso.com")).toEqual({
      code: 2,
      out: "",
      err: 'mail-hygiene: --resolver: not the address of a name server, got "resolver.contoso.com"; expected an address such as 192.0.2.53, 127.0.0.1:5353 or [2001:db8::53]:5353\n',
    });
  });
});

describe("the MTA-STS policy", () => {
  const POLICY =
    "version: STSv1\nmode: testing\nmx: contoso-com.mail.protection.outlook.com\nmax_age: 604800\n";

  const plain = (text: string, more = "") =>
    `new Response(${text}, { headers: { "content-type": "text/plain" }${more} })`;

  async function policyState(served: string): Promise<unknown> {
    return (await verified(plain(JSON.stringify(served)))).domains[0].policy;
  }

  /**
   * What `verify` says of contoso.com where its policy host gives this answer.
   * @param response an expression of the Worker's
   * @param trusted PEM of the authority that is trusted. @default the one that signed
   */
  async function verified(response: string, trusted?: string) {
    const cloud = await cloudWith(AS_DECLARED);
    clouds.push(cloud);
    await uploadWorker(cloud, "policy", `export default { fetch: () => ${response} };`);
    await attachWorker(cloud, "mta-sts.contoso.com", "policy");
    const folder = folderWith({
      "estate.yaml": ESTATE.replace(
        "    dmarc: { policy",
        "    mtaSts: { mode: testing, maxAge: 604800 }\n    dmarc: { policy",
      ),
    });
    const [host = "", port] = cloud.endpoints.https.split(":");
    let out = "";
    await verify(
      "estate.yaml",
      { resolver: cloud.endpoints.dns, format: "json", domain: ["contoso.com"] },
      {
        out: (text) => {
          out += text;
        },
        err: () => {},
        folder,
      },
      { connect: { host, port: Number(port) }, ca: trusted ?? cloud.endpoints.ca },
    );
    return JSON.parse(out);
  }

  test("is fetched over HTTPS and held against the declared one", async () => {
    expect(await policyState(POLICY)).toEqual({ status: "ok" });
  });

  test.each<[string, string, string | undefined, RegExp]>([
    ["a status", plain('"gone"', ", status: 404"), undefined, /status 404/],
    [
      "a redirect to the very policy",
      'Response.redirect("https://www.contoso.com/mta-sts.txt", 302)',
      undefined,
      /a redirect \(status 302\), which senders do not follow/,
    ],
    [
      "a content type",
      `new Response(${JSON.stringify(POLICY)}, { headers: { "content-type": "text/html" } })`,
      undefined,
      /content type text\/html, where text\/plain is due/,
    ],
    [
      "a size",
      plain(`${JSON.stringify(POLICY)} + "x: y\\n".repeat(20000)`),
      undefined,
      /a policy of more than 65536 octets/,
    ],
    [
      "a certificate of an authority that nobody knows",
      plain(JSON.stringify(POLICY)),
      new Authority().certificate,
      /its certificate: /,
    ],
  ])("that senders cannot read for %s is missing, with the reason", async (_, response, trusted, why) => {
    const { domains } = await verified(response, trusted);
    expect(domains[0].policy).toEqual({ status: "missing", observed: expect.stringMatching(why) });
  });

  test("that says something else is drift", async () => {
    const served = POLICY.replace("testing", "none");
    expect(await policyState(served)).toEqual({ status: "drift", observed: served });
  });
});
