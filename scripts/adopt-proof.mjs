// `npm run adopt:proof`: the group of examples/ is deployed to clouds on this machine by real Terraform, its estate and its
// state are thrown away, its zones are adopted, and a plan of the new estate has to change nothing; the posture that it
// declares has to be the one that the first declared. Reads dist/, which `npm ci` makes.
//   node scripts/adopt-proof.mjs [--domain <glob>]
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { phase } from "./demo/phases.mjs";
import { built, root } from "./demo/require.mjs";
import { demoSandbox } from "./demo/sandbox.mjs";
import { requireTerraform } from "./demo/terraform.mjs";

const { openEstate } = built("cli/open-estate.js");
const { worldOf } = built("lib/world/from-estate.js");
const { declaredPosture } = built("lib/posture/from-estate.js");
const { recordData } = built("lib/dns/record.js");
const { isMailRecord } = built("lib/adopt/mail-records.js");

/** Every domain. */
const ALL = "*.*";
const FIRST = "estate.yaml";
/** In a folder of its own, where no state of the first is. */
const ADOPTED = "adopted/estate.yaml";
const OUT = "adopted/cdktf.out";

const { values: options } = parseArgs({ options: { domain: { type: "string", default: ALL } } });
const folder = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-proof-"));

try {
  await prove();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function prove() {
  requireTerraform();
  cpSync(join(root, "examples/group"), folder, { recursive: true });
  const { estate, declared } = open(FIRST);
  const sandbox = await demoSandbox({
    world: worldOf(estate, declared),
    providers: "stand-in",
    version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    folder,
  });
  const run = async (...args) => {
    const code = await sandbox.mailHygiene(...args);
    if (code !== 0) throw new Error(`${args[0]} ends with ${code}`);
  };
  try {
    const before = postureOf(FIRST);
    await phase("Deploy the estate", () => run("deploy", FIRST, "--yes", "--domain", options.domain));
    for (const gone of [FIRST, "managed.yaml", "domains"]) {
      rmSync(join(folder, gone), { recursive: true, force: true });
    }
    mkdirSync(join(folder, "adopted"));
    await phase("Adopt what the zones hold", () => run("adopt", ADOPTED, "--zone", options.domain));
    await phase("Plan what was adopted", () => run("adopt", "--check", ADOPTED, "--out", OUT));
    const problems = differences(before, postureOf(ADOPTED));
    if (problems.length > 0) throw new Error(`the posture differs:\n${problems.join("\n")}`);
    process.stdout.write("the adopted estate declares the posture of the first\n");
  } finally {
    await sandbox.close();
  }
}

function open(path) {
  const opened = openEstate(path, { folder, err: (text) => process.stderr.write(text) });
  if (!opened) throw new Error(`${path} cannot be read`);
  return opened;
}

/** Of each mail domain: its records of mail, others are left alone, and what its mail is for. */
function postureOf(path) {
  const { estate, declared } = open(path);
  return new Map(
    declaredPosture(estate, declared).domains.map(({ domain, intent, records }) => [
      domain,
      [
        `${intent.profile}: sends ${intent.sends}, receives ${intent.receives}, by EOP ${intent.eop}, by Exchange Online ${intent.exchangeOnline}`,
        ...records
          .filter(({ record }) => isMailRecord(record, domain))
          .map(({ record }) => `${record.name} ${record.ttl} ${record.type} ${recordData(record)}`)
          .sort(),
      ],
    ]),
  );
}

function differences(before, after) {
  const domains = options.domain === ALL ? new Set([...before.keys(), ...after.keys()]) : after.keys();
  return [...domains].flatMap((domain) => {
    const [was, now] = [before.get(domain) ?? [], after.get(domain) ?? []];
    return [
      ...was.filter((line) => !now.includes(line)).map((line) => `  ${domain}: gone: ${line}`),
      ...now.filter((line) => !was.includes(line)).map((line) => `  ${domain}: new: ${line}`),
    ];
  });
}
