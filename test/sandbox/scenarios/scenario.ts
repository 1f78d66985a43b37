import { spawn } from "node:child_process";
import { once } from "node:events";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { run } from "../../../cli/main";
import { openEstate } from "../../../cli/open-estate";
import { changed, sandboxEnvironment } from "../../../cli/sandbox/environment";
import { SandboxHome } from "../../../cli/sandbox/home";
import { fillMirror } from "../../../cli/sandbox/providers/mirror";
import { wantedProviders } from "../../../cli/sandbox/providers/wanted";
import { shadowOf } from "../../../cli/sandbox/shadow";
import { worldOf } from "../../../lib/world/from-estate";
import type { World } from "../../../lib/world/world";
import { version } from "../../../package.json";
import { SharedProviders } from "../../../rollout/shared-providers/shared-providers";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";
import { temporaryFolder } from "../../support/temp";
import { SHARES_PROVIDERS } from "./way";

/** Stacks on disk, and clouds in this process that real Terraform meets through the stand-in providers. */
export interface Scenario {
  readonly cloud: Cloud;
  /** The environment in which Terraform and `mail-hygiene` meet the clouds. */
  readonly env: NodeJS.ProcessEnv;
  stack(name: string): Stack;
  /** Changes a record as somebody in Cloudflare's dashboard does, past Terraform. */
  patchRecord(zone: string, name: string, type: string, change: object): Promise<void>;
  deleteRecord(zone: string, name: string, type: string): Promise<void>;
  /** The records of a zone, a line each, sorted. */
  records(zone: string): readonly string[];
}

/** The synthesized estate of a file, in the world that it presupposes. */
export async function estateScenario(estate: string, change: (world: World) => World = (world) => world) {
  const folder = temporaryFolder();
  const silent = { out: () => undefined, err: () => undefined, folder };
  const opened = openEstate(estate, silent);
  if (!opened) throw new Error(`${estate} has problems`);
  const out = join(folder, "cdktf.out");
  if ((await run(["synth", estate, "--out", out, "--quiet"], silent)) !== 0) throw new Error("no synth");
  return { ...(await scenario(out, change(worldOf(opened.estate, opened.declared)))), out };
}

/** @param out the folder with the stacks, as `cdktf synth` lays it out */
export async function scenario(out: string, world: World): Promise<Scenario & { close(): Promise<void> }> {
  const cloud = await startCloud({ world });
  const home = new SandboxHome(realpathSync(temporaryFolder()));
  const stoodIn = wantedProviders();
  home.prepare(
    world,
    process.env,
    out,
    stoodIn.map(({ type }) => type),
  );
  fillMirror(home.mirror, stoodIn, version);
  home.trust(cloud.endpoints.ca, process.env.SSL_CERT_FILE);
  const env = changed(process.env, sandboxEnvironment(process.env, home, cloud.env));
  // Each provider that Terraform starts by itself, three for a plan, takes longer than what it is asked. That it starts them
  // alike is for test/provider/plugin/executable.test.ts and test/cli/rollout/shared-providers.test.ts to show.
  const providers =
    SHARES_PROVIDERS &&
    new SharedProviders({
      env,
      notes: temporaryFolder(),
      tell: (text) => {
        throw new Error(text);
      },
      patience: 60_000,
    });
  const cloudflare = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${cloud.endpoints.cloudflare}/${path}`, {
      method,
      headers: { authorization: `Bearer ${cloud.env.CLOUDFLARE_API_TOKEN}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  };
  const zoneOf = (zone: string) => cloud.world().zones.find(({ name }) => name === zone);
  const recordPath = (zone: string, name: string, type: string) => {
    const record = zoneOf(zone)?.records?.find((each) => each.name === name && each.type === type);
    return `zones/${zoneOf(zone)?.id}/dns_records/${record?.id}`;
  };
  return {
    cloud,
    env,
    stack: (name) => new Stack(join(out, "stacks", name), env, providers || undefined),
    patchRecord: (zone, name, type, change) => cloudflare("PATCH", recordPath(zone, name, type), change),
    deleteRecord: (zone, name, type) => cloudflare("DELETE", recordPath(zone, name, type)),
    records: (zone) =>
      (zoneOf(zone)?.records ?? [])
        .map(({ name, ttl, type, priority, content }) =>
          [name, ttl, type, priority, content].join(" ").replace("  ", " "),
        )
        .sort(),
    async close() {
      if (providers) await providers.close();
      await cloud.close();
    },
  };
}

/** A stack in Terraform's hands. */
export class Stack {
  constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    /** Left out: Terraform starts providers by itself. */
    private readonly providers?: SharedProviders,
  ) {}

  /** Exit code and everything that Terraform printed. */
  async run(...args: readonly string[]): Promise<{ readonly code: number; readonly printed: string }> {
    // What is served is neither installed nor locked by an init.
    const folder = shadowOf(realpathSync(this.folder), this.env);
    const shared = args[0] === "init" ? undefined : await this.providers?.for(folder);
    const serving = shared && { TF_REATTACH_PROVIDERS: shared.variable };
    const terraform = spawn("terraform", args, {
      cwd: this.folder,
      env: { ...this.env, ...serving, TF_IN_AUTOMATION: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, [code]] = await Promise.all([
      text(terraform.stdout),
      text(terraform.stderr),
      once(terraform, "close"),
    ]);
    return { code: Number(code), printed: stdout + stderr };
  }

  /** @throws Error with Terraform's words unless it exits with 0 */
  async ok(...args: readonly string[]): Promise<string> {
    const { code, printed } = await this.run(...args);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${printed}`.slice(-4000));
    return printed;
  }

  /** @returns the messages of Terraform's machine-readable output, in their order */
  async apply(...args: readonly string[]): Promise<readonly string[]> {
    await this.ok("init", "-input=false");
    const printed = await this.ok("apply", "-auto-approve", "-json", ...args);
    return printed
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line)["@message"])
      .map(String);
  }

  /** What a plan would do by resource address, imports as `import`; an empty object is an empty plan. */
  async plan(...args: readonly string[]): Promise<Readonly<Record<string, string>>> {
    await this.ok("init", "-input=false");
    await this.ok("plan", "-out=plan.bin", ...args);
    const plan: {
      resource_changes?: readonly { address: string; change: { actions: string[]; importing?: unknown } }[];
    } = JSON.parse(await this.ok("show", "-json", "plan.bin"));
    return Object.fromEntries(
      (plan.resource_changes ?? [])
        .map(({ address, change: { actions, importing } }) => {
          return [address, [...(importing ? ["import"] : []), ...actions].join(",")] as const;
        })
        .filter(([, actions]) => actions !== "no-op"),
    );
  }

  destroy(): Promise<string> {
    return this.ok("destroy", "-auto-approve");
  }
}
