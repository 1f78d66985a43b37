import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { quoteTxt } from "../../../lib/dns/txt";
import type { WorldRecord } from "../../../lib/world/world";
import { storedTxt, txtOctets } from "../../../sandbox/cloudflare/records/txt-content";
import { judgedBy } from "../../support/judges";
import { temporaryFolder } from "../../support/temp";
import { anyText } from "../../support/texts";
import { startNameServer, zoneOf } from "./name-server";

const value = anyText({ minLength: 1, maxLength: 700 });

test("a TXT value that was quoted comes out of its strings as it was", () => {
  fc.assert(
    fc.property(value, (text) => {
      const content = storedTxt(quoteTxt(text));
      expect(content).toBe(quoteTxt(text));
      expect(Buffer.concat([...txtOctets(content)]).toString()).toBe(text);
    }),
  );
});

test("one quoted string of any length is stored in strings of at most 255 octets, with the same value", () => {
  fc.assert(
    fc.property(value, (text) => {
      const single = `"${text.replace(/["\\]/g, "\\$&")}"`;
      const stored = storedTxt(single);
      const strings = txtOctets(stored);
      expect(strings.every(({ length }) => length <= 255)).toBe(true);
      expect(Buffer.concat([...strings])).toEqual(Buffer.from(text));
      expect(storedTxt(stored)).toBe(stored);
    }),
  );
});

const label = fc.stringMatching(/^[a-z0-9_]{1,8}$/);
const record: fc.Arbitrary<WorldRecord> = fc
  .tuple(
    fc.array(label, { maxLength: 3 }).map((labels) => [...labels, "contoso.com"].join(".")),
    fc.constantFrom(60, 300, 3600),
    fc.oneof(
      fc.ipV4().map((content) => ({ type: "A", content })),
      fc
        .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 600 })
        .map((text) => ({ type: "TXT", content: quoteTxt(text) })),
      fc.tuple(fc.nat(65_535), label).map(([priority, host]) => ({
        type: "MX",
        content: `${host.replaceAll("_", "x")}.contoso.net`,
        priority,
      })),
    ),
  )
  .map(([name, ttl, rest]) => ({ name, ttl, ...rest }));

const records = fc.uniqueArray(record, {
  maxLength: 12,
  selector: ({ name, type, content, priority }) => `${name} ${type} ${content} ${priority}`,
});

/** Quoted TXT in the order of the store; everything as it stands in a zone file. */
function line({ name, type, content, priority }: WorldRecord): string {
  if (type === "MX") return `${name} MX ${priority} ${content}`;
  return type === "TXT" ? `${name} TXT ${txtOctets(content ?? "").join("")}` : `${name} ${type} ${content}`;
}

test("whatever records a zone has, a resolver gets exactly them", async () => {
  await fc.assert(
    fc.asyncProperty(records, async (given) => {
      const server = await startNameServer([zoneOf(...given)]);
      const { resolver } = server;
      const got: string[] = [];
      for (const name of new Set(given.map((one) => one.name))) {
        const none = () => [];
        for (const address of await resolver.resolve4(name).catch(none)) got.push(`${name} A ${address}`);
        for (const { priority, exchange } of await resolver.resolveMx(name).catch(none)) {
          got.push(`${name} MX ${priority} ${exchange}`);
        }
        for (const strings of await resolver.resolveTxt(name).catch(none))
          got.push(`${name} TXT ${strings.join("")}`);
      }
      await server.close();
      expect(got.sort()).toEqual(given.map(line).sort());
    }),
    { numRuns: 25 },
  );
});

judgedBy("dig", "named-checkzone").test("what is served makes a zone that BIND would load", async () => {
  const server = await startNameServer([
    zoneOf(
      { type: "TXT", name: "contoso.com", content: quoteTxt(`v=spf1 ${"ip4:192.0.2.1 ".repeat(30)}-all`) },
      { type: "MX", name: "contoso.com", content: "contoso-com.mail.protection.outlook.com", priority: 0 },
      { type: "CNAME", name: "autodiscover.contoso.com", content: "autodiscover.outlook.com" },
      { type: "TXT", name: "quote.contoso.com", content: '"a \\"b\\" \\\\ c; d"' },
    ),
  ]);
  const names = ["contoso.com", "autodiscover.contoso.com", "quote.contoso.com"];
  const lines: string[] = [];
  for (const name of names) {
    for (const type of name === "contoso.com" ? ["SOA", "NS", "MX", "TXT"] : ["CNAME", "TXT"]) {
      const { answer } = await server.dig(name, type);
      lines.push(...answer.filter((one) => one.startsWith(`${name}. `)));
    }
  }
  await server.close();
  const file = join(temporaryFolder(), "contoso.com.zone");
  writeFileSync(file, `${[...new Set(lines)].join("\n")}\n`);
  expect(execFileSync("named-checkzone", ["contoso.com", file], { encoding: "utf8" })).toMatch(/\nOK\n$/);
});
