// `npm run demo`: the group of examples/, rolled out with real Terraform against clouds on this machine. Reads dist/,
// which `npm ci` makes. Needs Terraform, and neither network nor credentials; nothing leaves this machine.
//   node scripts/demo.mjs [--real] [--domain <glob>]
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { declaredCells, HEAD, mailDomains } from "./demo/declared.mjs";
import { forged, forgedCell, genuine, genuineCell, judge } from "./demo/mail.mjs";
import { bold, table } from "./demo/paint.mjs";
import { durations, phase } from "./demo/phases.mjs";
import { built, root } from "./demo/require.mjs";
import { fetchPolicies, resolveAll } from "./demo/resolve.mjs";
import { demoSandbox } from "./demo/sandbox.mjs";
import { requireTerraform } from "./demo/terraform.mjs";

const { openEstate } = built("cli/open-estate.js");
const { worldOf } = built("lib/world/from-estate.js");

const ESTATE = "managed.yaml";
/** Every stack of a domain, and none of a tenant. */
const DOMAINS = "*.*";

const { values: options } = parseArgs({ options: { real: { type: "boolean" }, domain: { type: "string" } } });
const folder = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-demo-"));
const print = (text) => process.stdout.write(text);
let stopped = false;
process.on("SIGINT", () => {
  stopped = true;
});

try {
  await demo();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function demo() {
  const terraform = requireTerraform();
  cpSync(join(root, "examples/group"), folder, { recursive: true });
  const { estate, declared } = open();
  const selected = options.domain ? ["--domain", options.domain] : [];
  print(`${bold(`${estate.domains.length} domains, ${Object.keys(estate.tenants).length} tenants`)}, Exchange managed: \
examples/group/${ESTATE}. ${terraform}, against Cloudflare, Entra ID,
Exchange Online and DNS on this machine. Nothing leaves it; Ctrl-C ends it.\n`);
  if (!options.real)
    print("Stand-ins keep the demo short; npm run demo -- --real takes the real providers.\n");

  const sandbox = await demoSandbox({
    world: worldOf(estate, declared),
    providers: options.real ? "real" : "stand-in",
    version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    folder,
  });
  try {
    await phase("Roll out: plan every stack, then apply", () =>
      run(sandbox, "deploy", ESTATE, "--yes", ...selected),
    );
    await phase("Look: every record through DNS, two messages a domain", () => look(sandbox, declared));
    await phase("Change one line, and see what it would do", () => change(sandbox));
    await phase("Break something behind Terraform's back, and see the drift", () => drift(sandbox, declared));
    await phase("Take everything away again", () => destroy(sandbox));
  } finally {
    await sandbox.close();
  }
  print(`\n${durations()}${next()}`);
}

function open() {
  const opened = openEstate(ESTATE, { err: (text) => process.stderr.write(text), folder });
  if (!opened) throw new Error(`examples/group/${ESTATE} has problems`);
  return opened;
}

async function run(sandbox, ...args) {
  const code = await sandbox.mailHygiene(...args);
  if (stopped) throw new Error("stopped; nothing is left running");
  if (code !== 0) throw new Error(`mail-hygiene ${args[0]} ended with ${code}`);
}

/** Only what was rolled out is there to be looked at. */
function rolledOut(declared) {
  const { selectStacks } = built("cli/select-stacks.js");
  const names = declared.domains.map(({ estate }) => estate.name);
  const chosen = selectStacks(names, options.domain ? [options.domain] : undefined);
  return { domains: declared.domains.filter(({ estate }) => !chosen || chosen.has(estate.name)) };
}

async function look(sandbox, declared) {
  const mail = mailDomains(rolledOut(declared));
  const [records, policies] = [
    await resolveAll(mail, sandbox.resolve),
    await fetchPolicies(mail, sandbox.fetch),
  ];
  const rows = [];
  for (const each of mail) {
    const keys = await sandbox.control(`dkim/${each.plan.domain}`);
    const message = genuine(each, keys);
    const [real, fake] = [
      message && (await judge(message, sandbox.resolve)),
      await judge(forged(each), sandbox.resolve),
    ];
    rows.push([...declaredCells(each), genuineCell(real, each), forgedCell(fake)]);
  }
  print(table([...HEAD, "GENUINE", "FORGED"], rows));
  print(`
${records.asked - records.missing.length} of ${records.asked} records are served as declared, \
${policies.asked - policies.missing.length} of ${policies.asked} MTA-STS policies over TLS.
SPF: the record's own terms that cost a look-up, of ten. GENUINE and FORGED: mailauth's verdicts on DMARC, and what the
domain asks receivers to do with the forgery.\n`);
  for (const line of [...records.missing, ...policies.missing]) print(`  ${line}\n`);
}

async function change(sandbox) {
  const file = join(folder, "domains/brands.yaml");
  const [before, after] = ["dmarc: { policy: none }", "dmarc: { policy: quarantine }"];
  print(`domains/brands.yaml, alpineskihouse.com: ${before} → ${after}\n`);
  writeFileSync(file, readFileSync(file, "utf8").replace(before, after));
  await run(sandbox, "plan", ESTATE, "--domain", "alpineskihouse.com");
}

async function drift(sandbox, declared) {
  const domains = new Set(rolledOut(declared).domains.map(({ estate }) => estate.name));
  if (domains.has("contoso.com")) {
    print("contoso.com: somebody sets DMARC to p=none at Cloudflare\n");
    const dmarc = await sandbox.record("contoso.com", "_dmarc.contoso.com", "TXT");
    await sandbox.cloudflare("PATCH", dmarc.path, { content: '"v=DMARC1; p=none"' });
  }
  if (domains.has("contoso.org")) {
    print("contoso.org: somebody deletes the MX\n");
    await sandbox.cloudflare("DELETE", (await sandbox.record("contoso.org", "contoso.org", "MX")).path);
  }
  if (domains.has("contososuites.com")) {
    print("contososuites.com: somebody switches DKIM signing off in Exchange\n");
    await sandbox.exchange("Set-DkimSigningConfig", { Identity: "contososuites.com", Enabled: false });
  }
  await run(sandbox, "plan", ESTATE, "--domain", options.domain ?? "contoso*");
}

async function destroy(sandbox) {
  await run(sandbox, "destroy", ESTATE, "--yes", "--domain", options.domain ?? DOMAINS);
  const { zones } = await sandbox.control("world");
  const records = zones.reduce((sum, zone) => sum + (zone.records ?? []).length, 0);
  print(
    `${zones.length} zones hold ${records} records. The tenants' stacks stay: Terraform never destroys a break-glass group.\n`,
  );
}

function next() {
  return `
${bold("Next, with domains of your own:")}
  cp examples/company/estate.yaml estate.yaml      then write your domains, tenant and zone ids into it
  npx mail-hygiene records estate.yaml             what would be published
  npx mail-hygiene sandbox run --estate estate.yaml -- npx mail-hygiene deploy estate.yaml --yes
                                                   the whole roll-out, against clouds on this machine
  export CLOUDFLARE_API_TOKEN=…                    docs/guide/zones.md tells what it must be allowed
  npx mail-hygiene plan estate.yaml                shows every change; deploy asks before it applies
`;
}
