import { execFileSync } from "node:child_process";

/**
 * Runs the real Terraform in a folder and gives what it printed.
 * @throws Error with Terraform's own words when it fails
 */
export function terraform(folder: string, ...args: string[]): string {
  const env = { ...process.env, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1", TF_CLI_ARGS: "-no-color" };
  try {
    return execFileSync("terraform", args, {
      cwd: folder,
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`terraform ${args.join(" ")} failed\n${stdout}${stderr}`.slice(0, 4000));
  }
}
