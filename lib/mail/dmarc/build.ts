import { below, type DnsName } from "../../dns/name";
import { type Fault, type Result, settle, within } from "../../fault";
import type { DmarcOptions } from "../../options";
import { parseRecordUri } from "../uri";
import { failureOptionsFault } from "./parse";
import type { DmarcRecord, DmarcUri } from "./record";

/** Where a domain's DMARC record stands: `_dmarc.contoso.com` (RFC 9989 §4.5). */
export function dmarcRecordName(domain: DnsName): DnsName {
  return below("_dmarc", domain);
}

/**
 * The DMARC record that the options declare; `p` is `none` unless they say otherwise.
 * Report addresses must be `mailto:` URIs, the only scheme that every reporter supports (RFC 9989 §4.7).
 */
export function buildDmarc(options: DmarcOptions): Result<DmarcRecord> {
  const faults: Fault[] = [];
  const rua = readUris(options.rua, "rua", faults);
  const ruf = readUris(options.ruf, "ruf", faults);
  const fo = options.failureOptions;
  const foFault = fo && failureOptionsFault(fo);
  if (foFault) faults.push(within(foFault, "failureOptions"));
  return settle(faults, () => ({
    policy: options.policy ?? "none",
    ...(options.subdomainPolicy && { subdomainPolicy: options.subdomainPolicy }),
    ...(options.nonExistentPolicy && { nonExistentPolicy: options.nonExistentPolicy }),
    ...(options.dkimAlignment && { adkim: options.dkimAlignment }),
    ...(options.spfAlignment && { aspf: options.spfAlignment }),
    // `t=n` is the default of every receiver that knows the tag, and noise to the others.
    ...(options.test && { test: true }),
    ...(options.publicSuffix && { psd: options.publicSuffix }),
    rua,
    ruf,
    ...(fo && { fo }),
    obsolete: [],
    unknown: [],
  }));
}

function readUris(texts: readonly string[] = [], key: "rua" | "ruf", faults: Fault[]): readonly DmarcUri[] {
  const uris: DmarcUri[] = [];
  for (const [index, text] of texts.entries()) {
    const uri = parseRecordUri(text, ["mailto"]);
    if (!uri.ok) {
      faults.push(...uri.faults.map((fault) => within(fault, key, index)));
    } else if (texts.indexOf(text) < index) {
      faults.push({
        path: [key, index],
        message: "report address given twice",
        received: JSON.stringify(text),
      });
    } else {
      uris.push(uri.value);
    }
  }
  return uris;
}
