import type { Topic } from "./change";
import { dkim } from "./dkim";
import { dmarc } from "./dmarc";
import { mx } from "./mx";
import { bimi, caa, mtaSts, tlsRpt } from "./policies";
import { spf } from "./spf";

/** The mechanisms of a domain, in the order in which a reviewer asks for them. */
export const TOPICS: readonly Topic[] = [mx, spf, dkim, dmarc, mtaSts, tlsRpt, bimi, caa];
