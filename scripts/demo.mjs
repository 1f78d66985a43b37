// `npm run demo`: synthesizes the group of examples/ into a temporary folder and shows what it declares. Reads dist/,
// which `npm ci` and `npm run build` make. Needs no network and no credentials, and publishes nothing.
import { existsSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { domainToUnicode, fileURLToPath } from "node:url";

const started = performance.now();
const root = fileURLToPath(new URL("..", import.meta.url));
const estateFile = "examples/group/estate.yaml";
if (!existsSync(join(root, "dist/cli/main.js"))) {
  process.stderr.write("dist/ is not built yet: npm run build\n");
  process.exit(1);
}

const require = createRequire(import.meta.url);
const { openEstate } = require("../dist/cli/open-estate.js");
const { parseDmarc } = require("../dist/lib/mail/dmarc/index.js");
const { parseSpf, staticLookups } = require("../dist/lib/mail/spf/index.js");
const { parseEopHost } = require("../dist/lib/microsoft/eop-host.js");
const { synthesize } = require("../dist/stacks/synthesize.js");

const opened = openEstate(estateFile, { err: (text) => process.stderr.write(text), folder: root });
if (!opened) process.exit(1);
const { estate, declared } = opened;
const out = mkdtempSync(join(tmpdir(), "mail-hygiene-demo-"));
const { written } = await synthesize({ estate, out });
const seconds = ((performance.now() - started) / 1000).toFixed(1);

const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, dim, red, yellow, green] = [1, 2, 31, 33, 32].map(paint);
const none = { text: "–", paint: dim };
const cell = (text, style) => ({ text: String(text), paint: style ?? ((plain) => plain) });

/** What a row is told of: one mail domain, with its own records and the policy it serves. */
const mailDomains = declared.domains.flatMap(({ posture }) =>
  [posture.plan, ...posture.plan.subdomains.map(({ plan }) => plan)].map((plan) => ({
    plan,
    above: plan === posture.plan ? undefined : posture.domain,
    records: posture.records.filter(({ domain }) => domain === plan.domain),
  })),
);

function mx({ plan, records }) {
  const hosts = records.filter(({ record }) => record.type === "MX" && record.name === plan.domain);
  const [first] = hosts;
  if (!first) return none;
  const host = first.record.exchange;
  if (host === ".") return cell("null", dim);
  const eop = parseEopHost(host);
  if (!eop)
    return cell(`${host.split(".").slice(-2).join(".")}${hosts.length > 1 ? ` ×${hosts.length}` : ""}`);
  if (eop.partition) return cell(`EOP, DNSSEC (${eop.partition})`);
  return cell(eop.clouds.includes("gcc-high") ? "EOP, GCC High" : "EOP");
}

function spf({ records }) {
  const parsed = parseSpf(records.find(({ role }) => role === "Spf").record.value).value;
  const all = parsed.terms.find(({ kind }) => kind === "all");
  return cell(
    `${staticLookups(parsed).count}  ${all.qualifier}all`,
    all.qualifier === "-" ? undefined : yellow,
  );
}

function dkim({ records }) {
  if (records.some(({ role }) => role === "DkimRevoked")) return cell("all revoked", dim);
  const revoked = (record) => record.type === "TXT" && /;\s*p=\s*;?$/.test(record.value);
  const keys = records.filter(({ role, record }) => role.startsWith("Dkim") && !revoked(record));
  if (keys.length === 0) return none;
  const own = keys.filter(({ role }) => /^DkimSelector[12]$/.test(role)).length;
  const others = keys.length - own;
  return cell([own && "Microsoft", others && (own ? `+${others}` : others)].filter(Boolean).join(" "));
}

function dmarc({ records, above }) {
  const own = records.find(({ role }) => role === "Dmarc");
  if (!own) return cell(`as ${above}`, dim);
  const { policy, test } = parseDmarc(own.record.value).value;
  return cell(`${policy}${test ? ", test" : ""}`, { none: red, quarantine: yellow, reject: green }[policy]);
}

const head = ["DOMAIN", "PROFILE", "MX", "SPF", "DKIM", "DMARC", "MTA-STS", "RECORDS"].map((text) =>
  cell(text, bold),
);
const rows = mailDomains.map((mail) => {
  const { plan, above, records } = mail;
  const name = above ? `  ${plan.domain.slice(0, -above.length - 1)}` : domainToUnicode(plan.domain);
  const quiet = plan.profile === "parked" ? dim : undefined;
  const sts = plan.mtaSts ? cell(plan.mtaSts.mode, plan.mtaSts.mode === "enforce" ? green : yellow) : none;
  return [
    cell(name, quiet),
    cell(plan.profile, quiet),
    mx(mail),
    spf(mail),
    dkim(mail),
    dmarc(mail),
    sts,
    cell(String(records.length).padStart(7)),
  ];
});
const lines = [head, ...rows];
const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].text.length)));
for (const line of lines) {
  const cells = line.map(({ text, paint }, column) => paint(text.padEnd(widths[column])));
  process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
}

const records = mailDomains.reduce((sum, mail) => sum + mail.records.length, 0);
const policies = mailDomains.filter(({ plan }) => plan.mtaSts).length;
const below = mailDomains.length - estate.domains.length;
process.stdout.write(`
SPF: the record's own terms that cost a look-up, of ten; what it includes comes on top.

${bold(`${estate.domains.length} domains`)} and ${below} subdomains: ${records} records and ${policies} MTA-STS policies, \
in ${written.length} Terraform stacks.
Read, checked and written in ${seconds} s, without network or credentials. Nothing was published.
  ${out}

${bold("Next, with domains of your own:")}
  cp examples/company/estate.yaml estate.yaml      then write your domains, tenant and zone ids into it
  npx mail-hygiene records estate.yaml             what would be published
  npx mail-hygiene synth estate.yaml               one Terraform stack for each domain, in cdktf.out/
  export CLOUDFLARE_API_TOKEN=…                    may edit DNS; to serve MTA-STS policies, Workers scripts too
  cd cdktf.out/stacks/<domain>
  terraform init && terraform plan                 shows every change; apply when you agree with it
`);
