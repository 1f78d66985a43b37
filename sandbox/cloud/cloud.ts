import { FaultError } from "../../lib/fault";
import type { World } from "../../lib/world/world";
import { Cloudflare } from "../cloudflare/cloudflare";
import { Edge } from "../cloudflare/edge";
import type { RateLimit } from "../cloudflare/rate-limit";
import { WorkerStore } from "../cloudflare/workers/worker-store";
import { loadZones, worldZones } from "../cloudflare/world";
import { ZoneStore } from "../cloudflare/zone-store";
import { microsoftHosts } from "../dns/microsoft";
import { PublicDns, withLag } from "../dns/public-dns";
import { senderHosts } from "../dns/senders";
import { startDnsServer } from "../dns/server";
import { listen } from "../http/listen";
import { Traffic } from "../http/traffic";
import { complianceFrontDoor, DnsView, Microsoft } from "../microsoft";
import { Authority } from "../tls";
import { Control } from "./control";
import { applicationIn, applicationOf } from "./credentials";
import { type CloudEndpoints, environment } from "./endpoints";
import { metadataService } from "./metadata";
import { Ports } from "./ports";
import { StateFile } from "./state-file";

export interface CloudOptions {
  /** What there is from the start. @default no zone and no tenant */
  readonly world?: World;
  /** Where the world is kept as it changes. @default in memory only */
  readonly stateFile?: string;
  /** How often Microsoft looks at a new record in vain before it sees it. @default 0 */
  readonly dnsLag?: number;
  /** How often one token may ask Cloudflare. @default as often as it likes */
  readonly cloudflareLimit?: RateLimit;
}

/** All the clouds in this process. */
export interface Cloud {
  readonly endpoints: CloudEndpoints;
  /** For Terraform's providers: see {@link environment}. */
  readonly env: Readonly<Record<string, string>>;
  /** What there is by now. */
  world(): World;
  /** Ends every connection, and writes the state file for the last time. */
  close(): Promise<void>;
}

/**
 * Starts the clouds on ports that the system chooses.
 * @throws FaultError for a world that cannot be
 */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const { world: start = { zones: [], tenants: [] }, stateFile, dnsLag = 0, cloudflareLimit } = options;
  const { credentials } = start;
  const store = new ZoneStore();
  const workers = new WorkerStore();
  const faults = [...loadZones(store, start.zones), ...workers.load(start.objects?.workers)];
  if (faults.length > 0) throw new FaultError("world", faults);
  const published = withLag(new PublicDns(store), dnsLag);
  const microsoft = new Microsoft({
    tenants: start.tenants,
    application: applicationOf(undefined),
    applicationIn: (tenantId) => applicationIn(tenantId, credentials),
    dns: new DnsView(published),
  });
  const dns = new PublicDns(store, microsoftHosts(microsoft), senderHosts());
  const world = (): World => ({
    zones: worldZones(store),
    tenants: microsoft.toWorld(),
    ...(credentials ? { credentials } : {}),
    objects: { workers: workers.toJSON() },
  });
  const state = stateFile === undefined ? undefined : new StateFile(stateFile, world);
  state?.write();

  const traffic = new Traffic();
  const authority = new Authority();
  const ports = new Ports(traffic, () => state?.touch());
  const login = await ports.open(microsoft.login);
  const graph = await ports.open(microsoft.graph);
  const exchange = await ports.open(microsoft.exchange);
  const region = await ports.open(microsoft.compliance);
  const compliance = await ports.open(complianceFrontDoor(region.origin));
  const cloudflare = await ports.open(new Cloudflare(store, workers, cloudflareLimit, credentials));
  const metadata = await ports.open(metadataService(login.origin, graph.origin), authority);
  const edge = new Edge(workers, store);
  const https = await ports.open(
    edge,
    authority.for((host) => edge.serves(host)),
  );
  const controller = new Control(traffic, world, microsoft, () => env);
  const control = await listen(controller, new Traffic());
  const server = await startDnsServer(dns.zoneOf);
  const endpoints: CloudEndpoints = {
    cloudflare: `${cloudflare.origin}/client/v4`,
    login: login.origin,
    graph: graph.origin,
    exchange: exchange.origin,
    compliance: compliance.origin,
    metadata: metadata.authority,
    dns: server.authority,
    https: https.authority,
    control: `${control.origin}${controller.base}`,
    ca: authority.certificate,
  };
  const env = environment(
    endpoints,
    { ...applicationOf(undefined), tenantId: usualTenant(start) },
    credentials,
  );
  return {
    endpoints,
    env,
    world,
    close: async () => {
      await Promise.all([ports.close(), control.close(), server.close()]);
      state?.write();
    },
  };
}

/** The tenant that `ARM_TENANT_ID` names: the first, of those that credentials without a prefix open. */
function usualTenant({ tenants, credentials }: World): string | undefined {
  if (credentials === undefined) return tenants[0]?.tenantId;
  return credentials.find(({ prefix }) => prefix === undefined)?.tenants[0];
}
