import type { Fault } from "../../lib/fault";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { Decoded } from "./decode";

/** What the reader is told on its standard input, as one JSON text. Credentials are in its environment. */
export type ReaderOrder =
  | {
      readonly do: "read";
      /** The tenant that is meant: its GUID, or one of its domains. @default the credentials' */
      readonly tenant?: string;
      /** Names of groups that are meant beside those that policies name. @default none */
      readonly groups?: readonly string[];
      /** Requests that may be made. */
      readonly calls?: number;
      /** How long it may take, in milliseconds. */
      readonly time?: number;
    }
  | { readonly do: "decode"; readonly evidence: Evidence };

/** What it answers on its standard output, as one JSON text. */
export type ReaderAnswer =
  | { readonly is: "reading"; readonly evidence: Evidence; readonly decoded: Decoded }
  | { readonly is: "faults"; readonly faults: readonly Fault[] };
