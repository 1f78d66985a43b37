import { AUTHENTIC_DATA, TRUNCATED_RESPONSE } from "dns-packet";
import * as fc from "fast-check";
import { txtText } from "../../../lib/dns/resolve";
import { DnsClient } from "../../../observe/dns/client";
import { resolverOf } from "../../../observe/dns/resolve";
import { cname, type Script, type ScriptedServer, scriptedServer, soa, txt } from "./scripted-server";

const open: { close(): Promise<void> }[] = [];

/** Milliseconds to wait for a server that says nothing worth hearing. */
const IMPATIENT = 50;

/** A client in front of a server that does what the test says. */
async function clientOf(
  script: Script,
  timeout = 10_000,
): Promise<{ readonly client: DnsClient; readonly server: ScriptedServer }> {
  const server = await scriptedServer(script);
  const client = new DnsClient({ resolvers: [server.address], rate: 10_000, timeout, attempts: 3 });
  open.push(client, server);
  return { client, server };
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const SPF = "v=spf1 include:spf.protection.outlook.com -all";

describe("a resolver that answers", () => {
  test("the strings of a TXT record are joined without a space", async () => {
    const { client } = await clientOf(() => ({
      answers: [txt("contoso.com", SPF.slice(0, 20), SPF.slice(20))],
    }));
    const answer = await resolverOf(client)("contoso.com", "TXT");
    expect(answer.kind === "records" && answer.records.map(txtText)).toEqual([SPF]);
  });

  test("a name that does not exist is told from one without the type", async () => {
    const { client } = await clientOf(({ name }) => ({
      rcode: name === "gone.contoso.com" ? 3 : 0,
      authorities: [soa("contoso.com")],
    }));
    const resolve = resolverOf(client);
    expect(await resolve("gone.contoso.com", "A")).toEqual({ kind: "nxdomain" });
    expect(await resolve("contoso.com", "A")).toEqual({ kind: "nodata" });
  });

  test("the AD bit says that the resolver has validated", async () => {
    const { client } = await clientOf(() => ({ flags: AUTHENTIC_DATA, answers: [txt("contoso.com", SPF)] }));
    expect(await client.lookUp("contoso.com", "TXT")).toMatchObject({ kind: "answer", authentic: true });
  });

  test("an answer that does not fit is asked for over TCP", async () => {
    const { client, server } = await clientOf(({ transport }) =>
      transport === "udp" ? { flags: TRUNCATED_RESPONSE } : { answers: [txt("contoso.com", SPF)] },
    );
    expect(await client.lookUp("contoso.com", "TXT")).toMatchObject({
      kind: "answer",
      records: [{ type: "TXT" }],
    });
    expect(server.asked).toEqual(["contoso.com TXT udp", "contoso.com TXT tcp"]);
  });

  test("a server that does not know EDNS is asked without", async () => {
    const { client } = await clientOf(({ edns }) =>
      edns ? { rcode: 1, questions: [] } : { answers: [txt("contoso.com", SPF)] },
    );
    expect(await client.lookUp("contoso.com", "TXT")).toMatchObject({ kind: "answer" });
  });

  test("a lost answer is asked for again", async () => {
    const { client, server } = await clientOf(
      ({ before }) => (before === 0 ? undefined : { answers: [txt("contoso.com", SPF)] }),
      1_000,
    );
    expect(await client.lookUp("contoso.com", "TXT")).toMatchObject({ kind: "answer" });
    expect(server.asked).toHaveLength(2);
  });

  test("a question is asked once, however it is written and however many ask", async () => {
    const { client, server } = await clientOf(({ name }) => ({ answers: [txt(name, SPF)] }));
    await Promise.all([client.lookUp("contoso.com", "TXT"), client.lookUp("Contoso.com", "TXT")]);
    await client.lookUp("contoso.com", "TXT");
    expect(server.asked).toEqual(["contoso.com TXT udp"]);
  });

  test("an answer to another question, or under another id, is no answer", async () => {
    const { client } = await clientOf(
      ({ before }) =>
        before === 0
          ? {
              questions: [{ type: "TXT", name: "fabrikam.com", class: "IN" }],
              answers: [txt("contoso.com", "forged")],
            }
          : { answers: [txt("contoso.com", SPF)] },
      1_000,
    );
    const answer = await resolverOf(client)("contoso.com", "TXT");
    expect(answer.kind === "records" && answer.records.map(txtText)).toEqual([SPF]);
  });
});

describe("aliases", () => {
  test("are followed through one answer and through many", async () => {
    const { client, server } = await clientOf(({ name }) =>
      name === "s1._domainkey.contoso.com"
        ? { answers: [cname(name, "a.contoso.net"), cname("a.contoso.net", "b.contoso.org")] }
        : { answers: [txt(name, "v=DKIM1; p=")] },
    );
    expect(await client.lookUp("s1._domainkey.contoso.com", "TXT")).toMatchObject({
      kind: "answer",
      aliases: [{ target: "a.contoso.net" }, { target: "b.contoso.org" }],
      end: "b.contoso.org",
    });
    expect(server.asked).toEqual(["s1._domainkey.contoso.com TXT udp", "b.contoso.org TXT udp"]);
  });

  test.each<[string, Script]>([
    [
      "in one answer",
      () => ({ answers: [cname("a.contoso.com", "b.contoso.com"), cname("b.contoso.com", "a.contoso.com")] }),
    ],
    [
      "one by one",
      ({ name }) => ({ answers: [cname(name, name.startsWith("a") ? "b.contoso.com" : "a.contoso.com")] }),
    ],
    ["without an end", ({ name }) => ({ answers: [cname(name, `x.${name}`.slice(0, 200))] })],
  ])("that lead back to themselves or too far are a failure (%s)", async (_title, script) => {
    const { client, server } = await clientOf(script);
    expect(await client.lookUp("a.contoso.com", "TXT")).toMatchObject({
      kind: "failure",
      reason: "alias-loop",
    });
    expect(server.asked.length).toBeLessThan(20);
  });
});

describe("a resolver that fails", () => {
  test.each<[string, Script, string]>([
    ["SERVFAIL", () => ({ rcode: 2 }), "servfail"],
    ["REFUSED", () => ({ rcode: 5 }), "refused"],
    ["silence", () => undefined, "timeout"],
    ["octets that are no message", () => Buffer.from("00008180000100010000000007", "hex"), "malformed"],
    [
      "a truncated answer and no TCP",
      ({ transport }) => (transport === "udp" ? { flags: TRUNCATED_RESPONSE } : undefined),
      "timeout",
    ],
    [
      "a referral",
      () => ({ authorities: [{ type: "NS", name: "com", ttl: 60, data: "a.gtld-servers.net" }] }),
      "refused",
    ],
  ])("%s has a reason of its own", async (_title, script, reason) => {
    const { client } = await clientOf(script, IMPATIENT);
    expect(await client.lookUp("contoso.com", "TXT")).toMatchObject({ kind: "failure", reason });
  });

  test("the next resolver is asked where one fails", async () => {
    const broken = await scriptedServer(() => ({ rcode: 2 }));
    const sound = await scriptedServer(() => ({ answers: [txt("contoso.com", SPF)] }));
    const client = new DnsClient({ resolvers: [broken.address, sound.address], timeout: 10_000 });
    open.push(client, broken, sound);
    expect(await client.lookUp("contoso.com", "TXT")).toMatchObject({ kind: "answer" });
  });

  test("nobody listening is known at once, and for all questions", async () => {
    const { client, server } = await clientOf(() => undefined, IMPATIENT);
    await server.close();
    open.pop();
    const answers = await Promise.all(
      ["a", "b", "c"].map((label) => client.lookUp(`${label}.contoso.com`, "A")),
    );
    expect(answers.map((answer) => answer.kind === "failure" && answer.reason)).toEqual(
      Array(3).fill("unreachable"),
    );
  });

  test("a server that answers nothing is not asked for ever", async () => {
    const { client, server } = await clientOf(() => undefined, IMPATIENT);
    for (let index = 0; index < 8; index++) await client.lookUp(`n${index}.contoso.com`, "A");
    expect(server.asked).toHaveLength(5 * 3);
  });

  test("a name that the wire cannot carry is not asked", async () => {
    const { client, server } = await clientOf(() => ({}));
    expect(await client.lookUp(`${"a".repeat(64)}.contoso.com`, "A")).toMatchObject({ reason: "malformed" });
    expect(await client.lookUp("a..contoso.com", "A")).toMatchObject({ reason: "malformed" });
    expect(server.asked).toEqual([]);
  });

  test("no octets crash it or keep it waiting", async () => {
    let octets = Buffer.alloc(0);
    const { server } = await clientOf(() => octets);
    const message = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      // A sound header in front: the decoder gets to work.
      fc
        .uint8Array({ maxLength: 300 })
        .map((rest) =>
          Uint8Array.from([
            ...Buffer.from("000081800001000100010001016107636f6e746f736f03636f6d0000100001", "hex"),
            ...rest,
          ]),
        ),
    );
    await fc.assert(
      fc.asyncProperty(message, async (random) => {
        octets = Buffer.from(random);
        const quick = new DnsClient({ resolvers: [server.address], rate: 100_000, timeout: 2, attempts: 1 });
        const answer = await resolverOf(quick)("a.contoso.com", "TXT");
        await quick.close();
        expect(["records", "nodata", "nxdomain", "failure"]).toContain(answer.kind);
      }),
      { numRuns: 200 },
    );
  });
});
