import { temporaryFolder } from "../support/temp";
import { declaredDomains, EXAMPLES, EXAMPLES_FOLDER, mailHygiene, synthesizeExample } from "./example";
import type { PublishedRecord } from "./published";

interface Row {
  readonly domain: string;
  readonly role: string;
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  readonly data: string;
}

/** A record as one line of text, so that sets of records can be compared. */
function line({ name, type, ttl, data }: PublishedRecord | Row): string {
  return `${name} ${ttl} ${type} ${data}`;
}

async function rows(example: string, ...domain: readonly string[]): Promise<readonly Row[]> {
  const filter = domain.flatMap((name) => ["--domain", name]);
  const json = await mailHygiene(
    EXAMPLES_FOLDER,
    "records",
    `${example}/estate.yaml`,
    "-f",
    "json",
    ...filter,
  );
  return JSON.parse(json);
}

describe.each(EXAMPLES)("the %s example", (example) => {
  test("has one stack for each domain, named as the domain", async () => {
    const stacks = await synthesizeExample(example, temporaryFolder());
    expect(stacks.map(({ name }) => name)).toEqual(declaredDomains(example).map(({ name }) => name));
  });

  test("gives Terraform exactly the records that it prints", async () => {
    const stacks = await synthesizeExample(example, temporaryFolder());
    for (const { name, records } of stacks) {
      expect(records.map(line).sort()).toEqual((await rows(example, name)).map(line).sort());
    }
    const all = stacks.flatMap(({ records }) => records.map(line)).sort();
    expect(all).toEqual((await rows(example)).map(line).sort());
    expect(all.length).toBeGreaterThanOrEqual(7);
  });
});

test("the group has 40 domains over two tenants, one of them in GCC High", () => {
  const domains = declaredDomains("group");
  expect(domains).toHaveLength(40);
  const clouds = new Set(domains.map(({ options: { tenant } }) => `${tenant?.name} ${tenant?.cloud}`));
  expect([...clouds].sort()).toEqual(["contoso worldwide", "fabrikam gcc-high"]);
});

test("names of people's languages and names with hyphens become what DNS and Microsoft call them", async () => {
  const mx = (await rows("group"))
    .filter(({ type }) => type === "MX")
    .map(({ name, data }) => `${name} ${data}`);
  expect(mx).toContain("contoso.com 0 contoso-com.j-v1.mx.microsoft");
  expect(mx).toContain("adventure-works.com 0 adventureworks-com02c.mail.protection.outlook.com");
  expect(mx).toContain(
    "xn--bcher-contoso-wob.example 0 xnbchercontosowob-example0m1c1c.mail.protection.outlook.com",
  );
  expect(mx).toContain("thephone-company.com 0 fabrikam.mail.protection.office365.us");
});

test("a report address in another domain of the estate is authorised there, for each domain that uses it", async () => {
  const all = await rows("group");
  const published = new Set(
    all.filter(({ type }) => type === "TXT").map(({ name, data }) => `${name} ${data}`),
  );
  const foreign = all
    .filter(({ role }) => role === "Dmarc")
    .flatMap(({ name, data }) =>
      [...data.matchAll(/mailto:[^@]+@([^,;]+)/g)].map(([, receiver = ""]) => ({
        sender: name.replace("_dmarc.", ""),
        receiver,
      })),
    )
    .filter(({ sender, receiver }) => sender !== receiver);
  expect(foreign.length).toBeGreaterThan(35);
  for (const { sender, receiver } of foreign) {
    const owner = receiver === "fabrikam.com" ? "*" : sender;
    expect(published).toContain(`${owner}._report._dmarc.${receiver} v=DMARC1;`);
  }
});

test("a macro and a long key reach Cloudflare unharmed", async () => {
  const stacks = await synthesizeExample("group", temporaryFolder());
  const records = stacks.flatMap((stack) => stack.records);
  const macro = records.find(({ name, type }) => name === "relecloud.com" && type === "TXT");
  expect(macro?.strings).toEqual(["v=spf1 exists:%{i}._spf.relecloud.com -all"]);
  const key = records.find(({ name }) => name === "google._domainkey.contosouniversity.com");
  expect(key?.strings.map(({ length }) => length)).toEqual([255, 155]);
});
