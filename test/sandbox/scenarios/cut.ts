import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { findExecutable } from "../../../cli/sandbox/executable";
import { leftoverTerraform } from "../../../rollout/leftover-terraform";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

const CLI = join(__dirname, "../../../dist/cli/main.js");

/** What a review of a whole stack that goes would stop. */
export const ALLOWED = ["mx-removed", "spf-removed", "dmarc-weakened"].flatMap((limit) => ["--allow", limit]);

/**
 * How a run that was killed is followed, each with a domain of its own. Each kind of run is followed by half of them, so
 * that any two of kind, resume and wait meet; `CUTS=all` follows both by all four.
 */
export function waysOn(kind: "destroy" | "orphans") {
  return [
    {
      how: "resumed while the Terraform that it left still works",
      resumes: true,
      waits: false,
      of: "destroy",
    },
    { how: "resumed after the Terraform that it left is done", resumes: true, waits: true, of: "orphans" },
    {
      how: "begun anew while the Terraform that it left still works",
      resumes: false,
      waits: false,
      of: "orphans",
    },
    {
      how: "begun anew after the Terraform that it left is done",
      resumes: false,
      waits: true,
      of: "destroy",
    },
  ]
    .map((way, place) => ({ ...way, domain: `cut-${place}.contoso.net` }))
    .filter(({ of }) => of === kind || process.env.CUTS === "all");
}

/** An estate of parked domains, whose state is where it says, and runs that are killed in the middle of an apply. */
export async function cutScenario(domains: readonly string[]) {
  const project = temporaryFolder();
  const out = join(project, "cdktf.out");
  const estate = join(project, "estate.yaml");
  const declare = (names: readonly string[]) => {
    const entries = names
      .map((name) => `  ${name}: { profile: parked, zone: { cloudflare: {} } }\n`)
      .join("");
    const state = 'state: { local: { path: "states/{stack}.tfstate" } }\n';
    writeFileSync(estate, `version: 1\n${state}domains:\n${entries}`);
  };
  declare(domains);
  const clouds = await estateScenario(estate);

  function start(...args: readonly string[]) {
    const terraform = findExecutable("terraform", process.env.PATH, project);
    return spawn(process.execPath, [CLI, ...ownWay(args)], {
      cwd: project,
      // State is where the estate says, and not in the sandbox.
      env: { ...clouds.env, MAIL_HYGIENE_SANDBOX: "", TERRAFORM_BINARY_NAME: terraform },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }
  const left = (stack: string) => leftoverTerraform(join(out, "stacks", stack));

  return {
    ...clouds,
    project,
    out,
    declare,
    async mailHygiene(...args: readonly string[]) {
      const program = start(...args);
      const [printed, err] = await Promise.all([
        text(program.stdout),
        text(program.stderr),
        once(program, "close"),
      ]);
      return { code: program.exitCode, out: printed, err };
    },
    /** Kills a run in the middle of its first apply, which goes on for two seconds. */
    async killedInApply(stack: string, method: "POST" | "DELETE", ...args: readonly string[]): Promise<void> {
      const slow = { kind: "slow", service: "cloudflare", method, count: 3, milliseconds: 2000 };
      await fetch(`${clouds.cloud.endpoints.control}/troubles`, {
        method: "POST",
        body: JSON.stringify([slow]),
      });
      const program = start(...args);
      const said = Promise.all([text(program.stdout), text(program.stderr)]);
      const gone = once(program, "exit");
      while (left(stack)?.command !== "apply") {
        if (program.exitCode !== null) throw new Error(`it never applied:\n${(await said).join("")}`);
        await sleep(20);
      }
      program.kill("SIGKILL");
      await gone;
    },
    /** What was left to work by a kill has come to its end. */
    async settled(stack: string): Promise<void> {
      while (left(stack)) await sleep(50);
    },
  };
}
