import { spawn } from "node:child_process";
import { closeSync, openSync, rmSync } from "node:fs";
import type { Writable } from "node:stream";
import { noteRunning } from "./leftover-terraform";
import type { Stop } from "./stop";

interface TerraformInvocation {
  readonly args: readonly string[];
  /** Where it runs. */
  readonly folder: string;
  /** The file that takes what it prints. */
  readonly log: string;
  /** Another file for stdout alone. @default the log */
  readonly stdout?: string;
  /** Variables that differ from the environment of all runs. */
  readonly env?: NodeJS.ProcessEnv;
  /** Ends of pipes that it is to hold open as long as it runs. */
  readonly holds?: readonly Writable[];
}

/** Runs Terraform once and gives its exit code; `undefined` if it was killed. */
export type RunTerraform = (invocation: TerraformInvocation) => Promise<number | undefined>;

/**
 * Terraform as processes that live in sessions of their own, and print into files: neither a Ctrl-C in the terminal
 * nor the end of this process touches them, and one that outlives it can finish and save its state.
 * @param binary name or path of `terraform` or `tofu`
 */
export function terraformProcesses(binary: string, env: NodeJS.ProcessEnv, stop: Stop): RunTerraform {
  return ({ args, folder, log, stdout, env: own = {}, holds = [] }) =>
    new Promise((resolve, reject) => {
      const files = [log, ...(stdout === undefined ? [] : [stdout])].map((file) => {
        // A new file: one that an earlier run started and left may write to the old one still, and a link is not followed.
        rmSync(file, { force: true });
        return openSync(file, "wx", 0o600);
      });
      const [logged, printed = logged] = files;
      const terraform = spawn(binary, args, {
        cwd: folder,
        env: { ...env, ...own },
        detached: true,
        stdio: ["ignore", printed, logged, ...holds.filter(({ destroyed }) => !destroyed)],
      });
      for (const file of files) closeSync(file);
      const ended =
        terraform.pid === undefined ? () => {} : noteRunning(folder, args[0] ?? "", terraform.pid);
      const unlisten = stop.onRequest((level) => {
        const { pid } = terraform;
        if (pid === undefined) return;
        // Terraform itself tells its providers to stop; what is killed, is killed with them.
        if (level === "interrupt") signal(pid, "SIGINT");
        if (level === "kill") signal(-pid, "SIGKILL");
      });
      const done = () => {
        unlisten();
        ended();
      };
      terraform.once("error", (error) => {
        done();
        reject(error);
      });
      terraform.once("close", (code) => {
        done();
        resolve(code ?? undefined);
      });
    });
}

function signal(target: number, name: "SIGINT" | "SIGKILL"): void {
  try {
    process.kill(target, name);
  } catch {
    // It ended meanwhile.
  }
}
