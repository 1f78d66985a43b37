// The programs that judge our work in tests and are no packages of npm: test/support/judges.json names them, and the
// Debian package that has each.
//   node scripts/judges.mjs   installs those that are missing; ends with 1 if some still are
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const JUDGES = JSON.parse(readFileSync(new URL("../test/support/judges.json", import.meta.url), "utf8"));

/** PATH, and where Debian keeps servers, which is not on everybody's. */
export const PATH = [process.env.PATH ?? "", "/usr/sbin", "/sbin"].join(delimiter);

/** @returns {boolean} whether a program of this name can be run */
export function isOnPath(command) {
  return PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The folder below which files of packages are looked for; a test of this script gives another. */
const FILES = process.env.JUDGES_FILES ?? "/";

/** @returns {readonly { command: string, package: string, service?: string | string[], besides?: { package: string, file: string }[] }[]} */
export function missingJudges() {
  return JUDGES.filter(
    ({ command, besides = [] }) =>
      !isOnPath(command) || !besides.every(({ file }) => existsSync(join(FILES, file))),
  );
}

/** @returns {string} `dig (Debian: bind9-dnsutils), nsd (Debian: nsd)` */
export function named(judges) {
  return judges.map((judge) => `${judge.command} (Debian: ${judge.package})`).join(", ");
}

/** Installs them from Debian, as root or by a sudo that asks for no password; does nothing where neither is possible. */
export function install(judges) {
  const prefix = installer();
  if (prefix === undefined) return;
  const all = judges.flatMap((judge) => [judge, ...(judge.besides ?? [])]);
  const packages = [...new Set(all.map((one) => one.package))];
  console.log(`installing what judges the tests: apt-get install ${packages.join(" ")}`);
  const sudo = (...args) => {
    const [program, ...rest] = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", ...args];
    return spawnSync(program, rest, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  };
  // Tests start the servers that they ask, on loopback; the machine shall serve nothing that it did not before.
  const services = existsSync("/run/systemd/system") ? judges.flatMap(({ service }) => service ?? []) : [];
  if (services.length > 0) sudo("systemctl", "mask", "--quiet", ...services);
  const quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"];
  const get = () => sudo("apt-get", "install", "-y", ...quiet, "--no-install-recommends", ...packages);
  // The lists of a new machine are often empty, or name versions that are gone.
  if (!get()) sudo("apt-get", "update", ...quiet) && get();
  if (services.length > 0) {
    sudo("systemctl", "unmask", "--quiet", ...services);
    sudo("systemctl", "disable", "--quiet", ...services);
  }
}

/** What stands before a command that root has to run; nothing if this process cannot install. */
function installer() {
  if (!isOnPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const before = missingJudges();
  if (before.length > 0) install(before);
  const missing = missingJudges();
  if (missing.length > 0) {
    console.error(`missing, and cannot be installed from here: ${named(missing)}`);
    process.exitCode = 1;
  }
}
