import { rmSync } from "node:fs";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { exportLines, type Shell } from "./exports";
import type { NamedOptions, SandboxOptions } from "./options";
import { describe } from "./providers/wanted";
import { nameOption, SandboxRegister } from "./register";
import { seedOf } from "./seed";
import { startSandbox } from "./start";

export interface UpOptions extends SandboxOptions, NamedOptions {
  readonly shell: Shell;
}

/**
 * `mail-hygiene sandbox up`: a sandbox that stays until `sandbox down`, and the environment for a shell.
 * @throws Misuse if one of the name runs already
 */
export async function sandboxUp(options: UpOptions, version: string, console: Console): Promise<0 | 1> {
  const { name } = options;
  const register = new SandboxRegister(process.env);
  const home = register.homeOf(name);
  const running = register.find(name);
  if (running) {
    throw new Misuse(
      `the sandbox ${name} runs since ${running.since}; end it with mail-hygiene sandbox down${nameOption(name)}, or choose another --name`,
    );
  }
  // What a sandbox left that was killed.
  rmSync(home, { recursive: true, force: true });
  const seed = seedOf(options, console);
  if (!seed) return 1;
  const { keeper, endpoints, environment, providers } = await startSandbox(
    { ...options, ...seed, home, stays: true, version },
    console,
  );
  const { ca: _ca, ...addresses } = endpoints;
  register.write(name, {
    pid: keeper.pid ?? 0,
    since: new Date().toISOString(),
    from: options.estate ?? options.world ?? options.state ?? "",
    endpoints: addresses,
    providers: providers.map((choice) => `${describe(choice)}: ${choice.package ?? "stand-in"}`),
  });
  keeper.stdout?.destroy();
  keeper.unref();
  console.out(exportLines(environment, options.shell));
  console.err(
    `The sandbox ${name} is up. In this shell, after \`eval\` of what was printed, terraform and cdktf meet it instead of any cloud.\n` +
      `End it with: mail-hygiene sandbox down${nameOption(name)}\n`,
  );
  return 0;
}
