import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson } from "./plan-json";

const MX = mx("contoso.com", "mx.contoso.com");
const EVERY_DAY = [dnsRecord("mx", MX, MX)];

/** Which limits a plan of contoso.com exceeds. */
async function stops(resources: readonly ResourceJson[], more: object = {}): Promise<readonly string[]> {
  const plan = planOf("mail", [...EVERY_DAY, ...resources], { ...more });
  const { exceeded } = await reviewPlans([plan], { rules: [], limits: reviewLimits() });
  return exceeded.map(({ of, limit, subject, message }) => `${of} ${limit} ${subject}: ${message}`);
}

/** A record that is made with a value known after apply. */
function hidden(name: string, type: string, more: Partial<ResourceJson> = {}): ResourceJson {
  const { content: _content, ...rest } = cloudflare(type, name, "");
  return dnsRecord("hidden", undefined, rest, { unknown: { content: true }, ...more });
}

const notJudged = (record: string) =>
  `domain not-judged contoso.com: not judged: ${record} is known after apply`;

test.each([
  ["contoso.com", "MX"],
  ["contoso.com", "TXT"],
  ["_dmarc.contoso.com", "TXT"],
  ["_dmarc.contoso.com", "CNAME"],
  ["selector1._domainkey.contoso.com", "CNAME"],
  ["selector1._domainkey.contoso.com", "TXT"],
  ["_mta-sts.contoso.com", "TXT"],
  ["_smtp._tls.contoso.com", "TXT"],
  ["default._bimi.contoso.com", "TXT"],
  // The host that serves the MTA-STS policy, and the one that mail is delivered to.
  ["mta-sts.contoso.com", "A"],
  ["mta-sts.contoso.com", "CNAME"],
  ["mx.contoso.com", "A"],
  ["mx.contoso.com", "AAAA"],
])("%s %s decides about mail: nobody passes it unread", async (name, type) => {
  expect(await stops([hidden(name, type)])).toEqual([notJudged(`${name} ${type}`)]);
});

test.each([
  ["contoso.com", "A"],
  ["www.contoso.com", "A"],
  ["www.contoso.com", "CNAME"],
  ["www.contoso.com", "TXT"],
  ["_dmarc.contoso.com", "A"],
  ["x_dmarc.contoso.com", "TXT"],
  ["_dmarcx.contoso.com", "TXT"],
  ["_tls.contoso.com", "TXT"],
])("%s %s needs nobody's word", async (name, type) => {
  const found = await stops([hidden(name, type)]);
  expect(found.filter((message) => message.includes(" not-judged "))).toEqual([]);
});

test.each([
  ["_dmarc.www.contoso.com", "TXT", "www.contoso.com"],
  ["lists.contoso.com", "MX", "lists.contoso.com"],
])("%s %s makes a mail domain of its own", async (name, type, domain) => {
  expect(await stops([hidden(name, type)])).toEqual([
    `domain not-judged ${domain}: not judged: ${name} ${type} is known after apply`,
  ]);
});

test("a record of which only a part comes from provider m365 is not Microsoft's word", async () => {
  const references = (...addresses: readonly string[]) => ({
    configuration: {
      root_module: {
        resources: [
          {
            address: "cloudflare_dns_record.hidden",
            expressions: { content: { references: addresses } },
          },
        ],
      },
    },
  });
  const name = "selector1._domainkey.contoso.com";
  const record = [hidden(name, "CNAME")];
  expect(await stops(record, references("m365_dkim_signing_config.main"))).toEqual([]);
  expect(await stops(record, references("m365_dkim_signing_config.main", "random_pet.suffix"))).toEqual([
    notJudged(`${name} CNAME`),
  ]);
  expect(await stops(record, references("random_id.m365_like"))).toEqual([notJudged(`${name} CNAME`)]);
});

test("six reasons are shown, and of seven five", async () => {
  const records = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...hidden(`s${index}._domainkey.contoso.com`, "TXT"),
      address: `cloudflare_dns_record.s${index}`,
    }));
  const six = await stops(records(6));
  expect([six.length, six.at(-1)]).toEqual([6, notJudged("s5._domainkey.contoso.com TXT")]);
  const seven = await stops(records(7));
  expect([seven.length, seven.at(-1)]).toEqual([
    6,
    "domain not-judged contoso.com: not judged: 2 more of the kind at contoso.com",
  ]);
});
