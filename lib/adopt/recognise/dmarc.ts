import { parseDmarc } from "../../mail/dmarc/parse";
import type { DmarcOptions } from "../../options";

const uris = (list: readonly { readonly uri: string }[]) => list.map(({ uri }) => uri);

/** The options that declare a DMARC record; what only older readers know, such as `pct`, is in none. */
export function dmarcOptions(text: string): DmarcOptions | undefined {
  const read = parseDmarc(text);
  if (!read.ok || read.value.policy === undefined) return undefined;
  const { policy, subdomainPolicy, nonExistentPolicy, adkim, aspf, test, psd, rua, ruf, fo } = read.value;
  return {
    policy,
    ...(subdomainPolicy && { subdomainPolicy }),
    ...(nonExistentPolicy && { nonExistentPolicy }),
    ...(adkim && { dkimAlignment: adkim }),
    ...(aspf && { spfAlignment: aspf }),
    ...(rua.length > 0 && { rua: uris(rua) }),
    ...(ruf.length > 0 && { ruf: uris(ruf) }),
    ...(fo && { failureOptions: fo }),
    ...(test && { test }),
    ...(psd && { publicSuffix: psd }),
  };
}
