import type { World } from "../../lib/estate/world";
import { FaultError } from "../../lib/fault";
import { Cloudflare } from "../cloudflare/cloudflare";
import { loadZones, worldZones } from "../cloudflare/world";
import { ZoneStore } from "../cloudflare/zone-store";
import { type HttpService, listen, type Port } from "../http/listen";
import { Traffic } from "../http/traffic";
import { startEmulator } from "../microsoft";
import { Authority } from "../tls";
import { Control } from "./control";
import { type CloudEndpoints, environment } from "./endpoints";
import { StateFile } from "./state-file";

export interface CloudOptions {
  /** What there is from the start. @default no zone */
  readonly world?: World;
  /** Where the world is kept as it changes. @default in memory only */
  readonly stateFile?: string;
}

/** All the clouds in this process. */
export interface Cloud {
  readonly endpoints: CloudEndpoints;
  /** For Terraform's providers: see {@link environment}. */
  readonly env: Readonly<Record<string, string>>;
  /** What there is by now. */
  world(): World;
  /** Writes the state file for the last time, and ends every connection. */
  close(): Promise<void>;
}

/**
 * Starts the clouds on ports that the system chooses.
 * @throws FaultError for a world that cannot be
 */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const { world: start = { zones: [], tenants: [] }, stateFile } = options;
  const store = new ZoneStore();
  const faults = loadZones(store, start.zones);
  if (faults.length > 0) throw new FaultError("world", faults);
  const world = (): World => ({ zones: worldZones(store), tenants: start.tenants });
  const state = stateFile === undefined ? undefined : new StateFile(stateFile, world);
  state?.write();
  store.onChange(() => state?.touch());

  const traffic = new Traffic();
  const authority = new Authority();
  const microsoft = await startEmulator({ domains: start.tenants.flatMap(({ domains = [] }) => domains) });
  const cloudflare = await listen(new Cloudflare(store), traffic);
  const control = await listen(new Control(traffic, world), new Traffic());
  const { M365_LOGIN_URL = "", M365_GRAPH_URL = "", M365_EXCHANGE_URL = "" } = microsoft.env;
  const metadata = await listen(metadataService(M365_LOGIN_URL, M365_GRAPH_URL), traffic, authority);
  const ports: readonly Port[] = [cloudflare, control, metadata];
  const endpoints: CloudEndpoints = {
    cloudflare: `${cloudflare.origin}/client/v4`,
    login: M365_LOGIN_URL,
    graph: M365_GRAPH_URL,
    exchange: M365_EXCHANGE_URL,
    metadata: metadata.authority,
    control: control.origin,
    ca: authority.certificate,
  };
  return {
    endpoints,
    env: environment(endpoints, microsoft.application),
    world,
    close: async () => {
      await Promise.all([...ports, microsoft].map((port) => port.close()));
      state?.write();
    },
  };
}

function metadataService(login: string, graph: string): HttpService {
  return {
    name: "metadata",
    refusal: (status, message) => ({ error: { code: String(status), message } }),
    answer: (url) => ({
      status: 200,
      body: {
        name: "Sandbox",
        authentication: { loginEndpoint: login, audiences: [], tenant: "common", identityProvider: "AAD" },
        resourceManager: new URL(url).origin,
        microsoftGraphResourceId: `${graph}/`,
        suffixes: {},
      },
    }),
  };
}
