import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cloud } from "../../../sandbox/cloud/cloud";
import { temporaryFolder } from "../../support/temp";
import { mailHygiene } from "../command";
import { CONTOSO_COM, CONTOSO_NET, cloudWith } from "./live";

let cloud: Cloud;
const folder = temporaryFolder();

beforeAll(async () => {
  cloud = await cloudWith({
    "contoso.com": [
      ...CONTOSO_COM.filter((line) => !line.startsWith("_dmarc")),
      "_dmarc.contoso.com TXT v=DMARC1; p=none",
      "k2._domainkey.contoso.com CNAME dkim2.mcsv.example",
    ],
    "contoso.net": CONTOSO_NET,
  });
});

afterAll(() => cloud.close());

const audit = (...args: readonly string[]) =>
  mailHygiene(folder, "audit", "--resolver", cloud.endpoints.dns, ...args);

test("domains of which nobody declared anything are judged by what their records say they are for", async () => {
  const { code, out, err } = await audit(
    "contoso.com",
    "contoso.net",
    "--pack",
    "recommended",
    "--pack",
    "bulk-sender",
  );
  expect([code, err]).toEqual([expect.any(Number), expect.any(String)]);
  expect(out).toContain("dmarc-policy-none");
  // A key at a selector of the catalogue's, whose target is not there.
  expect(out).toContain("k2._domainkey.contoso.com");
  expect(out).toMatch(/^controls met: bulk-sender \d+ of 8 \(\d+ %\)$/m);
  expect(out).not.toMatch(/parked-(?:spf|mx|dmarc)/);
});

test("domains of a file, as JSON, SARIF and JUnit; what is no domain is refused with its line", async () => {
  writeFileSync(join(folder, "domains.txt"), "contoso.net # parked\n\ncontoso.com\n");
  const { out } = await audit("--file", "domains.txt", "--format", "json");
  expect(JSON.parse(out)).toContainEqual(
    expect.objectContaining({ domain: "contoso.com", rule: "dmarc-policy-none" }),
  );
  expect(JSON.parse(out).at(-1)).toEqual({ score: "bulk-sender", met: expect.any(Number), judged: 8 });
  const html = await audit("contoso.com", "--format", "html");
  expect(html.out).toMatch(/^<!doctype html>[\s\S]*<code>dmarc-policy-none<\/code>[\s\S]*<\/html>\n$/);
  const sarif = await audit("contoso.com", "--format", "sarif");
  expect(JSON.parse(sarif.out)).toMatchObject({ version: "2.1.0" });
  const junit = await audit("contoso.net", "--format", "junit");
  expect(junit.out).toContain('name="contoso.net"');
  writeFileSync(join(folder, "wrong.txt"), "contoso.com\nlocalhost\nbad..name\n");
  const wrong = await audit("--file", "wrong.txt");
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringMatching(/wrong\.txt:2: a name of one label[\s\S]*wrong\.txt:3: empty label/),
  ]);
  expect((await audit()).code).toBe(2);
});

test("what does not answer is no clean posture", async () => {
  const { code, err } = await mailHygiene(
    folder,
    "audit",
    "--resolver",
    "127.0.0.1:9",
    "--timeout",
    "0.2",
    "contoso.com",
  );
  expect(code).not.toBe(0);
  expect(err).toContain("contoso.com: no answer for contoso.com MX");
});

test("with --smtp exchanges are connected to, but none at an address that is not public; what is not known is told", async () => {
  const { err } = await audit("contoso.com", "--smtp");
  expect(err).toMatch(/^contoso\.com: nothing is known of TLS at \S+( \(\S+\))?: /m);
});
