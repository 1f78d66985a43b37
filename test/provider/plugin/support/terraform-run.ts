import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Listening, listen, type Provider } from "../../../../provider/plugin/index";

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which the real Terraform runs against a provider inside this process (TF_REATTACH_PROVIDERS). */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), "plugin-"));
  private listening: Listening | undefined;

  constructor(
    readonly provider: Provider,
    /** The address that the configuration knows it by. */
    readonly source = `example.com/test/${provider.name}`,
  ) {}

  configure(configuration: string): void {
    const { name } = this.provider;
    writeFileSync(
      join(this.folder, "main.tf"),
      `terraform {\n  required_providers {\n    ${name} = { source = "${this.source}" }\n  }\n}\n${configuration}\n`,
    );
  }

  async run(...args: readonly string[]): Promise<Ran> {
    return (await this.start(...args)).ended;
  }

  /** @throws Error with Terraform's words unless it exits with 0 */
  async ok(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(...args);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`.slice(-4000));
    return stdout;
  }

  async apply(configuration: string): Promise<string> {
    this.configure(configuration);
    return this.ok("apply", "-auto-approve");
  }

  /** What a plan would do, by resource address; an empty object is an empty plan. */
  async actions(...args: readonly string[]): Promise<Record<string, string>> {
    const { code, stdout, stderr } = await this.run("plan", "-out=plan.bin", "-detailed-exitcode", ...args);
    if (code === 0) return {};
    if (code !== 2) throw new Error(`terraform plan: ${code}\n${stdout}${stderr}`.slice(-4000));
    const plan = JSON.parse(await this.ok("show", "-json", "plan.bin"));
    const changes: { address: string; change: { actions: string[] } }[] = plan.resource_changes ?? [];
    return Object.fromEntries(
      changes
        .map(({ address, change }) => [address, change.actions.join(",")] as const)
        .filter(([, actions]) => actions !== "no-op"),
    );
  }

  /** The stored attributes of a resource or data source. */
  async values(address: string): Promise<Record<string, unknown> | undefined> {
    const { values } = JSON.parse(await this.ok("show", "-json"));
    const resources: { address: string; values: Record<string, unknown> }[] =
      values?.root_module?.resources ?? [];
    return resources.find((one) => one.address === address)?.values;
  }

  /** The text of the state file, where numbers stand as Terraform wrote them. */
  stateText(): string {
    return readFileSync(join(this.folder, "terraform.tfstate"), "utf8");
  }

  async start(...args: readonly string[]): Promise<{ process: ChildProcess; ended: Promise<Ran> }> {
    this.listening ??= await listen(this.provider);
    const reattach = {
      [this.source]: {
        Protocol: "grpc",
        ProtocolVersion: 6,
        Pid: process.pid,
        Test: true,
        Addr: { Network: "tcp", String: this.listening.address },
      },
    };
    return startTerraform(this.folder, args, { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) });
  }

  close(): void {
    this.listening?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function startTerraform(
  folder: string,
  args: readonly string[],
  environment: Record<string, string>,
): { process: ChildProcess; ended: Promise<Ran> } {
  const child = spawn("terraform", [...args], {
    cwd: folder,
    env: {
      ...process.env,
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      TF_CLI_ARGS: "-no-color",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: Record<"stdout" | "stderr", string> = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (out.stdout += chunk));
  child.stderr.on("data", (chunk) => (out.stderr += chunk));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...out }));
  });
  return { process: child, ended };
}
