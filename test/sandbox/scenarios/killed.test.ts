import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { EXAMPLES_FOLDER } from "../../examples/example";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

const CLI = join(__dirname, "../../../dist/cli/main.js");
const ESTATE = join(EXAMPLES_FOLDER, "company/estate.yaml");
const ZONES = ["contoso-ag.example", "contoso-shop.example", "contoso.com"] as const;

type Company = Awaited<ReturnType<typeof estateScenario>>;

let killed: Company;
let whole: Company;

beforeAll(async () => {
  [killed, whole] = await Promise.all([estateScenario(ESTATE), estateScenario(ESTATE)]);
});

afterAll(() => Promise.all([killed.close(), whole.close()]));

function mailHygiene({ env }: Company, folder: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...ownWay(args)], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** The first line on stderr that a program prints with these words in it. */
async function line(program: ChildProcess, words: string): Promise<string> {
  if (program.stderr === null) throw new Error("no stderr");
  for await (const text of createInterface({ input: program.stderr })) if (text.includes(words)) return text;
  throw new Error(`it never printed ${words}`);
}

async function exitCode(program: ChildProcess): Promise<unknown> {
  program.stderr?.resume();
  const [code]: unknown[] = await once(program, "exit");
  return code;
}

test("a deploy that is killed in mid-apply is resumed to the end that one without a kill has", async () => {
  const folder = temporaryFolder();
  const deploy = ["deploy", ESTATE, "--yes", "--parallel", "1"] as const;
  const first = mailHygiene(killed, folder, ...deploy);
  // One stack is done, the second in Terraform's hands, the third not begun.
  await line(first, "contoso-shop.example: applying");
  first.kill("SIGKILL");
  await exitCode(first);
  expect(killed.records("contoso.com")).toEqual([]);

  const resumed = mailHygiene(killed, folder, "deploy", ESTATE, "--yes", "--resume", "latest");
  expect(await exitCode(resumed)).toBe(0);
  expect(await exitCode(mailHygiene(whole, temporaryFolder(), ...deploy))).toBe(0);
  for (const zone of ZONES) expect(killed.records(zone)).toEqual(whole.records(zone));
  expect(killed.records("contoso.com").length).toBeGreaterThan(10);
  expect(await exitCode(mailHygiene(killed, folder, "plan", ESTATE, "--detailed-exitcode"))).toBe(0);
}, 120_000);
