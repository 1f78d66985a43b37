import { askWith } from "../../observe/ask";
import { cloudflareAccess } from "../../observe/cloudflare/access";
import { ExistingRecords } from "../../observe/existing/existing";
import { openDns } from "../live/dns";
import { sandboxWorld } from "../live/sandbox";

/** What zones hold already, as the environment lets us see it, and how to be done with it. */
export interface OpenedExisting {
  readonly existing: ExistingRecords;
  close(): Promise<void>;
}

/**
 * @param resolver asked where no host tells. @default this machine's, in a sandbox the sandbox's
 * @throws Misuse for what is no address of a server
 */
export function openExisting(resolver: string | undefined, env: NodeJS.ProcessEnv): OpenedExisting {
  const server = resolver ?? sandboxWorld(env).dns;
  const { client, authorities } = openDns(server === undefined ? {} : { resolver: server });
  return {
    existing: new ExistingRecords({ cloudflare: cloudflareAccess(env), ask: askWith(client), authorities }),
    close: () => client.close(),
  };
}
