import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { WorldRecord } from "../../../lib/world/world";
import { rolloutScenario } from "./rollout";

const ZONE = "1c4f0a7be2d84936a50d8e3b97f6c201";
const DOMAIN = "contoso.com";
const [MX, SECOND_MX, SPF, DMARC, KEY] = [..."abcde"].map((digit) => digit.repeat(32));

const estateOf = (zone: string, entry = "") => `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
domains:
  ${DOMAIN}:
    tenant: contoso
    profile: exchange-online
    zone: ${zone}
    dmarc: { policy: none, rua: ["mailto:dmarc@${DOMAIN}"] }
${entry}`;
const BY_NAME = `{ cloudflare: { zoneName: ${DOMAIN} } }`;

const record = (type: string, name: string, content: string, more: object = {}): WorldRecord => ({
  type,
  name,
  content,
  ttl: 300,
  ...more,
});

/** A domain that receives mail at Google and signs with a key at Microsoft's selector, with texts of others beside. */
const LIVE = [
  record("MX", DOMAIN, "aspmx.l.google.com", { id: MX, priority: 1 }),
  record("MX", DOMAIN, "alt1.aspmx.l.google.com", { id: SECOND_MX, priority: 5 }),
  record("TXT", DOMAIN, '"v=spf1 include:_spf.google.com ~all"', { id: SPF }),
  record("TXT", DOMAIN, '"google-site-verification=abc"'),
  record("TXT", `_dmarc.${DOMAIN}`, '"v=DMARC1; p=none"', { id: DMARC }),
  record("TXT", `selector1._domainkey.${DOMAIN}`, '"v=DKIM1; k=rsa; p=MIGf"', { id: KEY }),
  record("A", DOMAIN, "192.0.2.80"),
  record("CNAME", `www.${DOMAIN}`, DOMAIN),
];

const ALLOW = `: if this is intended, --allow existing=${DOMAIN}`;
const REFUSED = `stopped:
  _dmarc.${DOMAIN} TXT "v=DMARC1; p=none" exists: with two, receivers act on none (RFC 9989 §4.10.1); take it over, import: { Dmarc: ${DMARC} }${ALLOW}
  ${DOMAIN} MX "1 aspmx.l.google.com" exists: mail would go to either host; take it over, import: { Mx: ${MX} }${ALLOW}
  ${DOMAIN} MX "5 alt1.aspmx.l.google.com" exists: mail would go to either host; delete it at the host (id ${SECOND_MX})${ALLOW}
  ${DOMAIN} TXT "v=spf1 include:_spf.google.com ~all" exists: with two, nobody's mail passes SPF (RFC 7208 §4.5); take it over, import: { Spf: ${SPF} }${ALLOW}
  selector1._domainkey.${DOMAIN} TXT "v=DKIM1; k=rsa; p=MIGf" exists: an alias stands alone at its name (RFC 1034 §3.6.2); delete it at the host (id ${KEY})${ALLOW}
`;
const ENTRY = `to take over what exists, in the entry of ${DOMAIN} (estate.yaml:4:3):
  zone: { cloudflare: { zoneId: ${ZONE} } }
  import: { Dmarc: ${DMARC}, Mx: ${MX}, Spf: ${SPF} }
`;

let clouds: Awaited<ReturnType<typeof rolloutScenario>>;

beforeAll(async () => {
  clouds = await rolloutScenario(estateOf(BY_NAME), (world) => ({
    ...world,
    zones: [{ name: DOMAIN, id: ZONE, records: LIVE }],
  }));
});

afterAll(() => clouds.close());

/** Somebody deletes the domain's state, wherever the sandbox keeps it. */
function forgetState(): void {
  const work = clouds.env.MAIL_HYGIENE_SANDBOX ?? "";
  const files = readdirSync(work, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(`${DOMAIN}/terraform.tfstate`),
  );
  for (const file of files) rmSync(join(work, file));
}

test("a zone with live mail is refused record by record before anything is created, and taken over by its ids", async () => {
  const before = clouds.records(DOMAIN);
  const refused = await clouds.run("deploy", "--yes");
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining(REFUSED)]);
  expect(refused.out).toContain(ENTRY);
  expect(refused.err).toContain("stopped; nothing was applied\n");
  expect(clouds.records(DOMAIN)).toEqual(before);

  // A plan says the same, and so does its review later.
  const planned = await clouds.run("plan");
  expect([planned.code, planned.out]).toEqual([1, expect.stringContaining(REFUSED)]);
  const reviewed = await clouds.runIn({}, "review", "cdktf.out", "--estate", "estate.yaml");
  expect([reviewed.code, reviewed.out]).toEqual([1, expect.stringContaining(REFUSED)]);
  const allowed = await clouds.run("plan", "--allow", "existing=contoso.*");
  expect([allowed.code, allowed.out]).toEqual([0, expect.stringContaining("allowed by --allow")]);

  // As printed, and by hand what no import can make of it.
  const entry = `    zone: { cloudflare: { zoneId: ${ZONE} } }
    import: { Dmarc: ${DMARC}, Mx: ${MX}, Spf: ${SPF} }
`;
  const byId = estateOf(BY_NAME).replace(`    zone: ${BY_NAME}\n`, entry);
  clouds.write(byId);
  const half = await clouds.run("deploy", "--yes");
  expect(half.code).toBe(1);
  expect(half.out.match(/ exists: /g)).toHaveLength(2);
  await clouds.deleteRecord(DOMAIN, `selector1._domainkey.${DOMAIN}`, "TXT");
  const surplus = await fetch(`${clouds.cloud.endpoints.cloudflare}/zones/${ZONE}/dns_records/${SECOND_MX}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${clouds.env.CLOUDFLARE_API_TOKEN}` },
  });
  expect(surplus.status).toBe(200);

  const deployed = await clouds.run("deploy", "--yes");
  expect([deployed.code, deployed.err]).toEqual([0, expect.not.stringContaining("failed")]);
  const records = clouds.records(DOMAIN);
  expect(records.filter((line) => / (MX|TXT) /.test(line))).toEqual([
    `_dmarc.${DOMAIN} 3600 TXT "v=DMARC1; p=none; rua=mailto:dmarc@${DOMAIN};"`,
    `${DOMAIN} 300 TXT "google-site-verification=abc"`,
    `${DOMAIN} 3600 MX 0 contoso-com.mail.protection.outlook.com`,
    `${DOMAIN} 3600 TXT "v=spf1 include:spf.protection.outlook.com -all"`,
  ]);
  expect((await clouds.run("plan", "--detailed-exitcode")).code).toBe(0);

  // Without its state the stack is stopped; whoever says that it may be empty finds the same records in the way, each
  // identical now.
  forgetState();
  clouds.write(estateOf(BY_NAME));
  const stopped = await clouds.run("deploy", "--yes");
  expect([stopped.code, stopped.err]).toEqual([1, expect.stringContaining(`--empty-state ${DOMAIN}`)]);
  const lost = await clouds.run("deploy", "--yes", "--empty-state", DOMAIN);
  expect(lost.code).toBe(1);
  expect(
    lost.out.match(/ exists: the host refuses a second one that is the same; take it over/g),
  ).toHaveLength(6);
  expect(clouds.records(DOMAIN)).toEqual(records);
}, 120_000);

test("without a token the DNS is asked, and what nobody answers stops as well", async () => {
  clouds.write(estateOf(BY_NAME));
  forgetState();
  // Terraform itself has no need of the zone here: what it was told of it is known from the plan before.
  const run = (...args: readonly string[]) => clouds.run("plan", "--empty-state", DOMAIN, ...args);
  await clouds.trouble({
    kind: "fail",
    service: "cloudflare",
    method: "GET",
    path: "dns_records\\?per_page=5000",
    status: 403,
    message: "Authentication error",
    count: 100,
  });
  const seen = await run();
  expect([seen.code, seen.out]).toEqual([
    1,
    expect.stringMatching(
      /^ {2}contoso\.com MX "0 contoso-com\.mail\.protection\.outlook\.com" exists: .*take it over by its id, import: \{ Mx: … \}/m,
    ),
  ]);
  const unseen = await run("--resolver", "127.0.0.1:9");
  expect([unseen.code, unseen.out]).toEqual([
    1,
    expect.stringMatching(
      /what .* already hold could not be read: Cloudflare answers 403: .*; the DNS does not say: /,
    ),
  ]);
}, 60_000);
