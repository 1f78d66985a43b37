import { existsSync, rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import type { NamedOptions } from "./options";
import { isAlive, SandboxRegister } from "./register";

/** How long the cloud may take to write its state, in milliseconds. */
const PATIENCE = 15_000;

/**
 * `mail-hygiene sandbox down`: ends a sandbox and takes its folder away.
 * @throws Misuse if there is none of the name
 */
export async function sandboxDown({ name }: NamedOptions, console: Console): Promise<0> {
  const register = new SandboxRegister(process.env);
  const home = register.homeOf(name);
  const sandbox = register.find(name);
  if (!sandbox && !existsSync(home)) throw new Misuse(`no sandbox ${name} is up`);
  if (sandbox) {
    process.kill(sandbox.pid, "SIGTERM");
    for (let waited = 0; isAlive(sandbox.pid) && waited < PATIENCE; waited += 50) await setTimeout(50);
    if (isAlive(sandbox.pid)) process.kill(sandbox.pid, "SIGKILL");
  }
  rmSync(home, { recursive: true, force: true });
  console.err(
    `The sandbox ${name} is gone. Variables that it put into a shell stay there: close that shell.\n`,
  );
  return 0;
}
