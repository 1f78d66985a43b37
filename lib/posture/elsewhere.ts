import type { ZoneAnswer } from "../dns/zone";
import type { PostureEntry } from "./zones";

/** An answer that somebody else publishes. */
export type Elsewhere = Extract<ZoneAnswer<PostureEntry>, { readonly kind: "elsewhere" }>;

/** E.g. `published elsewhere: CNAME to contoso.dmarc.vendor.example`, `published elsewhere: delegated to ns1.vendor.example`. */
export function elsewhereWords({ how, by, to }: Elsewhere): string {
  const servers = to.length > 0 ? [...to].sort().join(", ") : "name servers that are not known";
  const [first] = by;
  return how === "alias"
    ? `published elsewhere: CNAME to ${to.join(", ")}`
    : `published elsewhere: ${first?.name ?? "it"} delegated to ${servers}`;
}
