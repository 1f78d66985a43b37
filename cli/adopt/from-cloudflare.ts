import { parseName } from "../../lib/dns/name";
import { formatFault } from "../../lib/fault";
import { cloudflareAccess } from "../../observe/cloudflare/access";
import { foundZone } from "../../observe/cloudflare/found-zone";
import { listZones } from "../../observe/cloudflare/list-zones";
import { Gate } from "../../observe/dns/pace";
import { Misuse } from "../misuse";
import { chosen, type ReadZones, requireNone, type Sources } from "./sources";

/** Milliseconds for everything together; a budget of 1,200 calls in 5 minutes may keep the last back for long. */
const TOTAL = 30 * 60_000;
/** Zones that are listed at once. */
const AT_ONCE = 8;

/** The zones that the credentials of the environment show; all that are chosen, or none. */
export async function fromCloudflare(sources: Sources): Promise<ReadZones> {
  requireNone(sources, ["origin", "host", "resourceGroup"], (flag) => `${flag} goes with --file`);
  requireNone(sources, ["server"], (flag) => `${flag} goes with --from axfr`);
  const access = cloudflareAccess(process.env);
  if (!access) {
    throw new Misuse(
      "there are no credentials of Cloudflare: set CLOUDFLARE_API_TOKEN, or name a zone file with --file",
    );
  }
  const signal = AbortSignal.timeout(TOTAL);
  const problems: string[] = [];
  try {
    const listed = await listZones(access, signal, sources.account);
    const named = chosen(listed, sources, ({ id, name }) => [name.toLowerCase(), id]).flatMap(
      ({ id, name }) => {
        const read = parseName(name);
        if (read.ok) return [{ id, name: read.value }];
        problems.push(`zone ${id}: ${read.faults.map(formatFault).join("; ")}`);
        return [];
      },
    );
    const gate = new Gate(AT_ONCE);
    const zones = await Promise.all(
      named.map((zone) =>
        gate
          .through(() => foundZone(access, zone, signal))
          .catch((error: unknown) => {
            problems.push(`${zone.name}: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
          }),
      ),
    );
    if (problems.length > 0) return { ok: false, problems: problems.sort() };
    return { ok: true, zones: zones.flatMap((zone) => zone ?? []) };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    return { ok: false, problems: [...problems, error instanceof Error ? error.message : String(error)] };
  }
}
