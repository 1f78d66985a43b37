// `npm test`: jest, with the programs that some tests ask to judge. What is missing is installed where this process
// may install (as root, or by a sudo that asks for no password); else it is named before anything runs, its tests are
// skipped, and the run does not pass.
//   npm test -- <jest's arguments>
//   npm test -- --without-judges   installs nothing, and passes without those that are missing
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, isOnPath, missingJudges, named, PATH } from "./judges.mjs";

const WITHOUT = "--without-judges";
const jest = fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url));

const args = process.argv.slice(2).filter((arg) => arg !== WITHOUT);
const without = process.argv.includes(WITHOUT);

if (!without && missingJudges().length > 0) install(missingJudges());
const missing = missingJudges();
if (missing.length > 0) {
  const verdict = without
    ? ""
    : `, and the run will not pass; \`npm test -- ${WITHOUT}\` passes without them`;
  console.error(`missing: ${named(missing)}: tests that ask them are skipped${verdict}`);
}
if (!isOnPath("terraform")) {
  console.error(
    "missing: terraform (https://developer.hashicorp.com/terraform/install): tests that run it will fail",
  );
}

const memory = process.env.TMPDIR === undefined ? folderInMemory() : undefined;

// Modules are loaded anew for each test file, most of them for a moment: with a young generation of 64 MB the workers
// spend a tenth less of their time on collecting.
const child = spawn(process.execPath, ["--max-semi-space-size=64", jest, ...args], {
  stdio: "inherit",
  env: {
    ...process.env,
    PATH,
    ...(memory === undefined ? {} : { TMPDIR: memory }),
    // Terraform's processes are short: they end before it is worth their while to collect garbage.
    GOGC: process.env.GOGC ?? "off",
  },
});
// A terminal sends its Ctrl-C to jest as well: this process only waits for what jest makes of it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("close", (code, signal) => {
  if (memory !== undefined) rmSync(memory, { recursive: true, force: true });
  if (code === 0 && missing.length > 0 && !without) {
    console.error(
      `not passed: without ${missing.map(({ command }) => command).join(", ")} some tests were skipped`,
    );
    process.exitCode = 1;
  } else process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
});

/**
 * A folder for the temporary folders of tests, in memory: they are thousands, and a disk takes milliseconds to remove
 * each. None where this machine has no such place, too little room in it (4 GB), or runs no program from it.
 */
function folderInMemory() {
  const [shared, room, TMPFS] = ["/dev/shm", 4 * 2 ** 30, 0x01021994];
  let folder;
  try {
    const { type, bavail, bsize } = statfsSync(shared);
    if (type !== TMPFS || bavail * bsize < room) return undefined;
    accessSync(shared, constants.W_OK);
    folder = mkdtempSync(join(shared, "mh-"));
    const program = join(folder, "program");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
    if (spawnSync(program).status === 0) return folder;
  } catch {
    // As if there were none.
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  return undefined;
}
