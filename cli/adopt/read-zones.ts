import type { Console } from "../console";
import { Misuse } from "../misuse";
import { fromCloudflare } from "./from-cloudflare";
import { fromFiles } from "./from-files";
import { fromTransfer } from "./from-transfer";
import type { ReadZones, Sources } from "./sources";

/** Reads the zones of the source that is given; all of them, or none. */
export async function readZones(sources: Sources, console: Pick<Console, "folder">): Promise<ReadZones> {
  const { from = sources.file ? "zone-file" : "cloudflare", file } = sources;
  if (from === "axfr") return fromTransfer(sources);
  if (from === "cloudflare") {
    if (file) throw new Misuse("--from cloudflare asks Cloudflare; --file does not go with it");
    return fromCloudflare(sources);
  }
  if (!file) throw new Misuse(`--from ${from} needs --file`);
  return fromFiles(from, file, sources, console);
}
