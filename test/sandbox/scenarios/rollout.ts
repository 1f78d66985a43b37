import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { shadowOf } from "../../../cli/sandbox/shadow";
import type { World } from "../../../lib/world/world";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

const CLI = join(__dirname, "../../../dist/cli/main.js");

/** What a command printed, and how it ended. */
export interface RolledOut {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** An estate in a folder of its own, and clouds in this process that `mail-hygiene` and real Terraform meet. */
export async function rolloutScenario(estate: string, change?: (world: World) => World) {
  const project = temporaryFolder();
  const file = join(project, "estate.yaml");
  writeFileSync(file, estate);
  const clouds = await estateScenario(file, change);
  return {
    ...clouds,
    project,
    /** The output folder, in the sandbox's shadow of the project. */
    rolledOut: shadowOf(join(project, "cdktf.out"), clouds.env),
    write: (text: string) => writeFileSync(file, text),
    /** Runs the command line in the project's folder, with the estate as its first argument. */
    async run(command: string, ...more: readonly string[]): Promise<RolledOut> {
      return this.runIn({}, command, "estate.yaml", ...more);
    },
    /** @param env what differs from the sandbox's environment; `undefined` takes a variable away */
    async runIn(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<RolledOut> {
      const program = spawn(process.execPath, [CLI, ...ownWay(args)], {
        cwd: project,
        env: { ...clouds.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const [out, err] = await Promise.all([
        text(program.stdout),
        text(program.stderr),
        once(program, "close"),
      ]);
      return { code: program.exitCode, out, err };
    },
    async trouble(...troubles: readonly object[]): Promise<void> {
      const { control } = clouds.cloud.endpoints;
      const response = await fetch(`${control}/troubles`, { method: "POST", body: JSON.stringify(troubles) });
      if (!response.ok) throw new Error(await response.text());
    },
  };
}
