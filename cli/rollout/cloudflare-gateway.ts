import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type StartedGateway, startGateway } from "../../gateway/start";
import { isMapping, type Mapping } from "../../lib/mapping";
import type { Companion, CompanionNow } from "../../rollout/companion";
import { type RolloutStack, STACK_FILE } from "../../rollout/stack";
import { waitInWords } from "./calls-in-words";
import type { RolloutOptions } from "./options";
import { isProxied } from "./proxied";

/** A gateway as a run has it. */
export interface CloudflareGateway extends Pick<StartedGateway, "forget" | "count" | "close"> {
  /** What Terraform gets of it; `undefined` once it has ended. */
  readonly companion: CompanionNow;
}

/** Two stretches of Cloudflare's budget: one that is used up, and one for those who wait before, in milliseconds. */
const LONGEST_WAIT = 600_000;

const USUAL = "https://api.cloudflare.com/client/v4";

/**
 * Opens a gateway before the Cloudflare API, for stacks that use it.
 * @param tell is told why there is none where one might be expected, and what goes on in it
 * @returns `undefined` where there is none: providers then ask the API themselves
 */
export async function cloudflareGateway(
  stacks: readonly RolloutStack[],
  { gateway: isWanted, apiBudget }: Pick<RolloutOptions, "gateway" | "apiBudget">,
  env: NodeJS.ProcessEnv,
  tell: (text: string) => void,
): Promise<CloudflareGateway | undefined> {
  if (!isWanted) return undefined;
  const using = stacks.flatMap((stack) => {
    const blocks = cloudflareBlocks(stack.folder);
    return blocks.length > 0 ? [{ name: stack.name, own: blocks.some(({ base_url }) => base_url) }] : [];
  });
  const own = using.filter((stack) => stack.own).map(({ name }) => name);
  if (own.length > 0) {
    tell(`their provider's own base_url is left as it is, outside the budget: ${own.join(", ")}`);
  }
  if (using.length === own.length) return undefined;
  const usual = env.CLOUDFLARE_BASE_URL || USUAL;
  const without = (reason: string) => {
    tell(`providers ask the Cloudflare API themselves, without a common budget: ${reason}`);
    return undefined;
  };
  const upstream = URL.canParse(usual) ? new URL(usual) : undefined;
  if (
    upstream === undefined ||
    !/^https?:$/.test(upstream.protocol) ||
    upstream.search ||
    upstream.hash ||
    upstream.username
  ) {
    return without("CLOUDFLARE_BASE_URL is no plain http or https URL");
  }
  if (isProxied(upstream, env)) return without("it is reached by a proxy of the environment");
  try {
    let hasEnded = false;
    const started = await startGateway({
      upstream,
      calls: apiBudget,
      onWait: (calls, milliseconds) => tell(waitInWords(calls, milliseconds, apiBudget)),
      onEnd() {
        hasEnded = true;
        tell("the gateway before the Cloudflare API has ended; what begins now asks the API itself");
      },
    });
    const companion: Companion = {
      env: { CLOUDFLARE_BASE_URL: started.url },
      life: started.life,
      address: { own: started.url, usual: usual.replace(/\/$/, "") },
      patience: LONGEST_WAIT,
    };
    return { ...started, companion: () => (hasEnded || !started.isUp() ? undefined : companion) };
  } catch (error) {
    return without(error instanceof Error ? error.message : String(error));
  }
}

/** The provider's configurations in a stack; none where Terraform will say what is wrong with it. */
function cloudflareBlocks(folder: string): readonly Mapping[] {
  const configuration = configurationIn(folder);
  const providers = isMapping(configuration) ? configuration.provider : undefined;
  const blocks = isMapping(providers) ? providers.cloudflare : undefined;
  return (Array.isArray(blocks) ? blocks : [blocks]).filter(isMapping);
}

function configurationIn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, STACK_FILE), "utf8"));
  } catch {
    return undefined;
  }
}
