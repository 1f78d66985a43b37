import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { listen, type Provider } from "../../../../provider/plugin/index";
import { startTerraform } from "../../../provider/plugin/support/terraform-run";

/** The real Terraform over synthesized stacks, with providers of this process. */
export interface StackRunner {
  /**
   * Terraform's words after `init`, with state in the stack's own folder whatever its backend.
   * @throws Error with them unless it exits with 0
   */
  run(folder: string, ...args: readonly string[]): Promise<string>;
  close(): void;
}

/** @param providers by address */
export async function stackRunner(providers: Readonly<Record<string, Provider>>): Promise<StackRunner> {
  const listening = await Promise.all(
    Object.entries(providers).map(async ([source, provider]) => [source, await listen(provider)] as const),
  );
  const reattach = Object.fromEntries(
    listening.map(([source, { address }]) => [
      source,
      {
        Protocol: "grpc",
        ProtocolVersion: 6,
        Pid: process.pid,
        Test: true,
        Addr: { Network: "tcp", String: address },
      },
    ]),
  );
  const terraform = async (folder: string, args: readonly string[]): Promise<string> => {
    const env = { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) };
    const { code, stdout, stderr } = await (await startTerraform(folder, args, env)).ended;
    if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`.slice(-4000));
    return stdout;
  };
  const ready = new Set<string>();
  return {
    async run(folder, ...args) {
      if (!ready.has(folder)) {
        const local = { terraform: { backend: { local: { path: "terraform.tfstate" } } } };
        writeFileSync(join(folder, "backend_override.tf.json"), JSON.stringify(local));
        await terraform(folder, ["init"]);
        ready.add(folder);
      }
      return terraform(folder, args);
    },
    close: () => {
      for (const [, provider] of listening) provider.close();
    },
  };
}
