import { credentialVariables } from "../../lib/credentials";
import type { Estate } from "../../lib/estate";
import type { CredentialsOptions } from "../../lib/options";
import { askWith } from "../../observe/ask";
import { cloudflareAccess } from "../../observe/cloudflare/access";
import { ExistingRecords } from "../../observe/existing/existing";
import type { CompanionNow } from "../../rollout/companion";
import { openDns } from "../live/dns";
import { sandboxWorld } from "../live/sandbox";

/** What zones hold already, as the environment lets us see it, and how to be done with it. */
interface OpenedExisting {
  /** By the way to the hosts' APIs that Terraform's providers have: within the same budget. */
  existing(companionNow: CompanionNow): Pick<ExistingRecords, "inTheWayOf">;
  close(): Promise<void>;
}

/**
 * @param resolver asked where no host tells. @default this machine's, in a sandbox the sandbox's
 * @throws Misuse for what is no address of a server
 */
export function openExisting(
  resolver: string | undefined,
  env: NodeJS.ProcessEnv,
  domains: Estate["domains"] = [],
): OpenedExisting {
  const server = resolver ?? sandboxWorld(env).dns;
  const { client, authorities } = openDns(server === undefined ? {} : { resolver: server });
  const ask = askWith(client);
  const prefixes = new Map<string, CredentialsOptions>(
    domains.flatMap(({ name, zone }) =>
      zone.host === "cloudflare" && zone.credentials ? [[name, zone.credentials] as const] : [],
    ),
  );
  return {
    existing: (companionNow) => ({
      inTheWayOf(plans) {
        const companion = companionNow();
        const cloudflare = (stack: string) =>
          cloudflareAccess({ ...env, ...companion?.env, ...ownVariables(stack) });
        const patience = companion?.patience;
        return new ExistingRecords({ cloudflare, patience, ask, authorities }).inTheWayOf(plans);
      },
    }),
    close: () => client.close(),
  };

  function ownVariables(stack: string): NodeJS.ProcessEnv {
    const credentials = prefixes.get(stack);
    return credentials ? credentialVariables(env, credentials, "CLOUDFLARE") : {};
  }
}
