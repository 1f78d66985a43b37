import { parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";
import type { Evidence } from "../../../lib/tenant-reading/evidence";
import { askWith } from "../../../observe/ask";
import type { Lookup } from "../../../observe/dns/client";
import { DNS_FILE, keptDns, recordingDns } from "../../../observe/tenant/dns-evidence";

const name = (text: string) => unwrap("name", parseName(text, "owner"));

const ANSWERS: Readonly<Record<string, Lookup>> = {
  "contoso.com TXT": answer("contoso.com", [
    { type: "TXT", name: "contoso.com", data: [Buffer.from("v=spf1 "), Buffer.from("-all")] },
  ]),
  "contoso.com MX": answer("contoso.com", [
    {
      type: "MX",
      name: "contoso.com",
      data: { preference: 0, exchange: "contoso-com.mail.protection.outlook.com" },
    },
  ]),
  "_dmarc.contoso.com TXT": { ...answer("_dmarc.contoso.com", []), exists: false },
  "selector1._domainkey.contoso.com TXT": {
    ...answer("selector1-contoso-com._domainkey.contoso.onmicrosoft.com", [
      {
        type: "TXT",
        name: "selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
        data: "v=DKIM1; p=abc",
      },
    ]),
    aliases: [
      {
        name: "selector1._domainkey.contoso.com",
        target: "Selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
        ttl: 300,
      },
    ],
  },
  "mail.contoso.com A": { kind: "failure", reason: "servfail", detail: "no" },
  "odd.contoso.com MX": answer("odd.contoso.com", [
    { type: "MX", name: "odd.contoso.com", data: { preference: 0, exchange: "not a host" } },
  ]),
};

function answer(end: string, records: readonly object[]): Extract<Lookup, { kind: "answer" }> {
  return {
    kind: "answer",
    aliases: [],
    end,
    records: records as never,
    exists: records.length > 0,
    authentic: false,
  };
}

async function recorded() {
  const dns = recordingDns({
    lookUp: async (asked, type) =>
      ANSWERS[`${asked} ${type}`] ?? { kind: "failure", reason: "timeout", detail: "nobody" },
  });
  const ask = askWith(dns.client);
  for (const question of Object.keys(ANSWERS)) {
    const [asked = "", type] = question.split(" ");
    await ask(name(asked), type as "TXT");
  }
  return { evidence: dns.evidence(), ask };
}

const kept = (body: unknown) => keptDns({ about: {}, answers: { [DNS_FILE]: body } } as unknown as Evidence);

test("what was answered is kept by name and type; what was not, or cannot be read, is left out", async () => {
  expect((await recorded()).evidence).toEqual({
    "_dmarc.contoso.com": { TXT: [] },
    "contoso.com": { MX: ["0 contoso-com.mail.protection.outlook.com"], TXT: ["v=spf1 -all"] },
    "selector1-contoso-com._domainkey.contoso.onmicrosoft.com": { TXT: ["v=DKIM1; p=abc"] },
    "selector1._domainkey.contoso.com": {
      CNAME: ["selector1-contoso-com._domainkey.contoso.onmicrosoft.com"],
      TXT: ["v=DKIM1; p=abc"],
    },
  });
});

test("kept answers say the same as those that came", async () => {
  const { evidence, ask } = await recorded();
  const again = kept(evidence);
  for (const question of [
    "contoso.com TXT",
    "contoso.com MX",
    "_dmarc.contoso.com TXT",
    "selector1._domainkey.contoso.com TXT",
  ]) {
    const [asked = "", type] = question.split(" ");
    const [live, then] = [await ask(name(asked), type as "TXT"), await again.ask(name(asked), type as "TXT")];
    expect(withoutTtl(then)).toEqual(withoutTtl(live));
  }
  expect(await again.resolve("contoso.com", "MX")).toEqual({
    kind: "records",
    records: [{ preference: 0, exchange: "contoso-com.mail.protection.outlook.com" }],
  });
  expect(await again.resolve("selector1._domainkey.contoso.com", "TXT")).toMatchObject({ kind: "records" });
});

test("what it does not say nobody knows", async () => {
  const dns = kept({
    "contoso.com": { TXT: "x", MX: ["broken"] },
    "a.example": { CNAME: ["a.example"] },
    "b.example": 1,
  });
  for (const [asked, type] of [
    ["contoso.com", "TXT"],
    ["contoso.com", "MX"],
    ["contoso.com", "A"],
    ["a.example", "A"],
    ["b.example", "A"],
    ["fabrikam.com", "TXT"],
  ] as const) {
    expect(await dns.ask(name(asked), type)).toMatchObject({ kind: "failure" });
    expect(await dns.resolve(asked, type)).toMatchObject({ kind: "failure" });
  }
  expect(await kept({ error: { code: "x" } }).ask(name("error"), "TXT")).toMatchObject({ kind: "failure" });
  expect(await kept(undefined).ask(name("contoso.com"), "TXT")).toMatchObject({ kind: "failure" });
});

function withoutTtl(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one) => (key === "ttl" ? undefined : one)));
}
