import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProviderProcess } from "../../../rollout/shared-providers/provider-process";

const DIST = join(__dirname, "../../../dist");

/**
 * Providers that are started once a scenario and serve every Terraform of it, one after the other: each that Terraform
 * starts by itself, three for a plan, takes longer than what it is asked. That Terraform starts them by itself alike is
 * for test/provider/plugin/executable.test.ts and test/cli/rollout/shared-providers.test.ts to show.
 */
export class ReattachedProviders {
  private readonly processes = new Map<string, Promise<ProviderProcess>>();

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** @returns the variables that tell a Terraform of the providers of a stack */
  async serving(folder: string): Promise<NodeJS.ProcessEnv> {
    const { terraform } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
    const required: Readonly<Record<string, { readonly source: string }>> =
      terraform.required_providers ?? {};
    const served = Object.entries(required).map(async ([name, { source }]) => {
      const { handshake, pid } = await this.process(name);
      const address = source.split("/").length === 2 ? `registry.terraform.io/${source}` : source;
      return [
        address,
        {
          Protocol: "grpc",
          ProtocolVersion: handshake.protocol,
          Pid: pid,
          // Terraform leaves it running.
          Test: true,
          Addr: { Network: "unix", String: handshake.socket },
        },
      ] as const;
    });
    return { TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(await Promise.all(served))) };
  }

  async close(): Promise<void> {
    for (const process of await Promise.all(this.processes.values())) process.close();
  }

  private process(name: string): Promise<ProviderProcess> {
    const executable = join(DIST, name === "m365" ? "provider" : "sandbox", `terraform-provider-${name}`);
    const { env } = this;
    const never = new AbortController().signal;
    const started =
      this.processes.get(name) ?? ProviderProcess.start({ executable, env, patience: 60_000, signal: never });
    this.processes.set(name, started);
    return started;
  }
}
