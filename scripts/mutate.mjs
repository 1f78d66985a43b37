// `npm run mutate -- <area> [file…]`: changes the sources of an area, one small change at a time ("mutants"), and runs
// the area's own tests against each. A mutant that no test notices is a fact that no test holds. Reports go to
// reports/mutation/<area>/: mutants.json for programs, survivors.txt for people. See docs/develop/testing.md.
//   npm run mutate -- rollout                      one area
//   npm run mutate -- rollout rollout/schedule.ts  some of its files
//   npm run mutate -- --tests test/rollout/schedule.test.ts rollout rollout/schedule.ts
//                                                  by these of the area's tests alone, where others run programs
//   npm run mutate                                 all areas, one after the other
//   npm run mutate -- --concurrency 1 mail         one mutant at a time (2 by default), for a machine that others use
import { existsSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

/** The folders whose sources are changed, and the folder of tests that has to notice. */
const AREAS = {
  mail: { sources: "lib/mail", tests: "test/lib/mail" },
  rules: { sources: "lib/rules", tests: "test/lib/rules" },
  plan: { sources: "lib/plan", tests: "test/lib/plan" },
  review: { sources: "lib/review", tests: "test/lib/review" },
  identity: { sources: "lib/identity", tests: "test/lib/identity" },
  "provider-plan": { sources: "provider/plugin/plan", tests: "test/provider/plugin/plan" },
  rollout: { sources: "rollout", tests: "test/rollout" },
  report: { sources: "lib/report", tests: "test/lib/report" },
};

/** Below this share of mutants that tests notice, in percent, the command fails. */
const LEAST = 90;

const {
  values: { concurrency, tests: chosenTests = [] },
  positionals: [area, ...files],
} = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: "string", default: "2" }, tests: { type: "string", multiple: true } },
});
if (!/^[1-9]\d?$/.test(concurrency)) {
  console.error(
    `--concurrency ${concurrency}: expected how many mutants are tried at the same time, 1 to 99`,
  );
  process.exit(2);
}
if (area !== undefined && !Object.hasOwn(AREAS, area)) {
  console.error(`no area "${area}": ${Object.keys(AREAS).join(", ")}`);
  process.exit(2);
}
for (const file of files) {
  if (!existsSync(file) || relative(AREAS[area].sources, file).startsWith("..")) {
    console.error(`no source of ${area}: ${file}; sources are in ${AREAS[area].sources}/`);
    process.exit(2);
  }
}
for (const path of chosenTests) {
  if (area === undefined || !existsSync(path) || relative(AREAS[area].tests, path).startsWith("..")) {
    console.error(`no test of ${area ?? "every area"}: ${path}`);
    process.exit(2);
  }
}
for (const name of area === undefined ? Object.keys(AREAS) : [area]) await mutate(name, files);

async function mutate(name, only) {
  const { sources, tests } = AREAS[name];
  const report = join("reports", "mutation", name);
  const results = await new Stryker({
    mutate: only.length > 0 ? only : [`${sources}/**/*.ts`],
    testRunner: "jest",
    plugins: ["@stryker-mutator/jest-runner"],
    coverageAnalysis: "perTest",
    jest: {
      projectType: "custom",
      configFile: "jest.config.js",
      // No build of dist/: these areas' tests run sources. A test that waits for ever ends by itself: Stryker would
      // end its whole process.
      config: {
        roots: [`<rootDir>/${tests}`],
        ...(chosenTests.length > 0 ? { testMatch: chosenTests.map((path) => `<rootDir>/${path}`) } : {}),
        globalSetup: null,
        testTimeout: 30_000,
      },
      // Of the area's tests, those that import the changed file.
      enableFindRelatedTests: true,
    },
    concurrency: Math.min(Number(concurrency), availableParallelism()),
    // A busy machine must not pass for a mutant that never ends.
    timeoutMS: 60_000,
    timeoutFactor: 3,
    // The transform takes types away unread; a comment at the top would only move the lines.
    disableTypeChecks: false,
    ignorePatterns: ["dist", "reports", "cdktf.out"],
    tempDirName: join("reports", "mutation", `.sandbox-${name}`),
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: join(report, "mutants.json") },
    thresholds: { high: 95, low: LEAST, break: LEAST },
    allowConsoleColors: false,
    warnings: { unknownOptions: true, preprocessorErrors: true, unserializableOptions: true, slow: false },
  }).runMutationTest();
  const text = summary(results);
  writeFileSync(join(report, "survivors.txt"), text);
  console.log(`${name}: ${text}`);
}

/** The share of mutants that tests noticed, in all and by file, and each mutant that none did. */
function summary(results) {
  const files = [...new Set(results.map(({ fileName }) => fileName))].sort();
  const lines = files.map((file) => {
    const own = results.filter(({ fileName }) => fileName === file);
    return `${share(own)}  ${relative(root, file)}`;
  });
  const alive = results.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  const late = results.filter(isByTime);
  const sections = [
    ["survived", alive],
    ["noticed by time alone", late],
  ]
    .filter(([, of]) => of.length > 0)
    .map(([title, of]) => `\n${title}:\n${listed(of)}\n`);
  return `${share(results)}\n${lines.join("\n")}\n${sections.join("")}`;
}

function listed(results) {
  const lines = results.map(({ fileName, location, mutatorName, replacement, status }) => {
    const place = `${relative(root, fileName)}:${location.start.line}:${location.start.column}`;
    const never = status === "NoCoverage" ? " (no test runs it)" : "";
    return `${place} ${mutatorName}${never} → ${oneLine(replacement)}`;
  });
  return lines.sort(new Intl.Collator("en", { numeric: true }).compare).join("\n");
}

/** Did it only make tests wait too long? On a busy machine that may be said of a mutant that nobody noticed. */
function isByTime({ status, statusReason = "" }) {
  return status === "Timeout" || (status === "Killed" && statusReason.includes("Exceeded timeout of"));
}

function share(results) {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const all = noticed + count("Survived", "NoCoverage");
  const late = results.filter(isByTime).length;
  const percent = all === 0 ? "  none" : `${((100 * noticed) / all).toFixed(1).padStart(5)}%`;
  return `${percent}  ${noticed} of ${all}${late > 0 ? `, ${late} by time` : ""}`;
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, " ");
}
