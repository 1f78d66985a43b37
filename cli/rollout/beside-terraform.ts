import type { Statistics } from "../../gateway/statistics";
import { type CompanionNow, withCompanion } from "../../rollout/companion";
import type { RolloutStack } from "../../rollout/stack";
import { withCredentials } from "../../rollout/stack-credentials";
import type { Stop } from "../../rollout/stop";
import { type RunTerraform, terraformProcesses } from "../../rollout/terraform-process";
import { cloudflareGateway } from "./cloudflare-gateway";
import type { RolloutOptions } from "./options";
import { shareProviders } from "./share-providers";

interface Beside {
  /** Terraform's program. */
  readonly binary: string;
  /** The environment of all its runs. */
  readonly env: NodeJS.ProcessEnv;
  readonly stacks: readonly RolloutStack[];
  readonly options: RolloutOptions;
  /** Where relative paths of the user's begin. */
  readonly folder: string;
  /** `TF_DATA_DIR`, relative. */
  readonly dataDir: string | undefined;
  /** Where providers and notes of them are kept. */
  readonly plugins: string;
  readonly stop: Stop;
  /** Takes a line for people. */
  readonly tell: (text: string) => void;
}

/** A run's Terraform and the processes beside it. */
interface WithBeside {
  /** With providers that it starts by itself. */
  readonly processes: RunTerraform;
  /** With providers that stacks share. */
  readonly terraform: RunTerraform;
  readonly companionNow: CompanionNow;
  /** From now on nothing that was read of the world before is used. */
  forget(): Promise<void>;
  /** What became of calls to the Cloudflare API; `undefined` if nobody counted. */
  count(): Promise<Readonly<Statistics> | undefined>;
  close(): Promise<void>;
}

/** Terraform with what runs beside it for all stacks: a gateway before an API, and providers. */
export async function besideTerraform({
  binary,
  env,
  stacks,
  options,
  folder,
  dataDir,
  plugins,
  stop,
  tell,
}: Beside): Promise<WithBeside> {
  const gateway = await cloudflareGateway(stacks, options, process.env, tell);
  const companionNow = gateway?.companion ?? (() => undefined);
  // Around what shares providers: these, too, are started with the gateway's address.
  const behindGateway = (terraform: RunTerraform) =>
    withCredentials(
      withCompanion(terraform, companionNow, () => stop.interrupts),
      env,
      stacks,
    );
  const bare = terraformProcesses(binary, env, stop);
  const isWanted = options.sharedProviders ?? true;
  const sharing = shareProviders(bare, { isWanted, env, folder, stop, dataDir, notes: plugins, tell });
  return {
    processes: behindGateway(bare),
    terraform: behindGateway(sharing.terraform),
    companionNow,
    forget: async () => gateway?.forget(),
    count: async () => gateway?.count(),
    async close() {
      await sharing.close();
      await gateway?.close();
    },
  };
}
