import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { ProviderVersions } from "../../lib/provider-versions";
import type { World } from "../../lib/world/world";
import type { Console } from "../console";
import { builtFile } from "./built-file";
import { type Endpoints, parseEndpoints, providerEnvironment } from "./endpoints";
import { type EnvironmentChange, sandboxEnvironment } from "./environment";
import { SandboxHome } from "./home";
import type { SandboxOptions } from "./options";
import { chooseProviders, type ProviderChoice, standInNotice } from "./providers/choose";
import { fillMirror } from "./providers/mirror";
import { wantedProviders } from "./providers/wanted";

/** A sandbox that runs. */
export interface StartedSandbox {
  readonly home: SandboxHome;
  readonly keeper: ChildProcess;
  readonly endpoints: Endpoints;
  readonly environment: EnvironmentChange;
  readonly providers: readonly ProviderChoice[];
}

export interface StartOptions extends Pick<SandboxOptions, "state" | "providers" | "apiBudget"> {
  readonly world: World;
  /** Versions of providers that the estate allows. @default all that stacks are made for */
  readonly versions?: ProviderVersions | undefined;
  /** The sandbox's folder, an absolute path without symbolic links; it goes with the sandbox. */
  readonly home: string;
  /** Does the sandbox outlive this process? */
  readonly stays: boolean;
  readonly version: string;
}

/**
 * Starts a sandbox.
 * @throws Misuse if the providers cannot be had; Error if the cloud does not start. Nothing is left of it then.
 */
export async function startSandbox(options: StartOptions, console: Console): Promise<StartedSandbox> {
  const { env } = process;
  const { folder } = console;
  const state = options.state === undefined ? undefined : resolve(folder, options.state);
  const home = new SandboxHome(options.home, state && `${state}.terraform`);
  let keeper: ChildProcess | undefined;
  try {
    const providers = await chooseProviders(wantedProviders(options.versions), options.providers, {
      env,
      folder,
      tell: (text) => console.err(text),
    });
    const standIns = providers.filter((choice) => choice.package === undefined).map(({ type }) => type);
    home.prepare(options.world, env, folder, standIns);
    fillMirror(home.mirror, providers, options.version);
    keeper = startKeeper(home, state, options);
    const endpoints = await firstLine(keeper, home);
    home.trust(endpoints.ca, env.SSL_CERT_FILE);
    const environment = sandboxEnvironment(env, home, await providerEnvironment(endpoints));
    const notice = standInNotice(providers);
    if (notice !== "") console.err(`${notice}\n`);
    return { home, keeper, endpoints, environment, providers };
  } catch (error) {
    keeper?.kill();
    rmSync(home.path, { recursive: true, force: true });
    throw error;
  }
}

function startKeeper(
  home: SandboxHome,
  state: string | undefined,
  { stays, apiBudget }: Pick<StartOptions, "stays" | "apiBudget">,
): ChildProcess {
  const args = [
    builtFile("cli", "sandbox", "keeper.js"),
    home.path,
    home.seed,
    ...(state === undefined ? [] : ["--state", state]),
    ...(apiBudget === undefined ? [] : ["--api-budget", String(apiBudget)]),
    ...(stays ? ["--stay"] : []),
  ];
  const log = openSync(home.log, "a", 0o600);
  const keeper = spawn(process.execPath, args, {
    detached: true,
    stdio: [stays ? "ignore" : "pipe", "pipe", log],
  });
  closeSync(log);
  return keeper;
}

async function firstLine(keeper: ChildProcess, home: SandboxHome): Promise<Endpoints> {
  const { stdout } = keeper;
  if (stdout === null) throw new Error("the sandbox has no output");
  for await (const line of createInterface({ input: stdout })) return parseEndpoints(line);
  throw new Error(`the sandbox did not start${readLog(home.log)}`);
}

function readLog(file: string): string {
  try {
    return `:\n${readFileSync(file, "utf8")}`;
  } catch {
    return "";
  }
}
