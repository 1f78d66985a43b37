import type { DnsName } from "../../dns/name";
import type { EstateFiles } from "../../estate/files";
import type { FoundZone } from "../found";

/** What is said of a text beside it. */
export interface SourceGiven {
  /** The text's file, as it was named. */
  readonly file: string;
  /** Where its zones are to be declared, for texts that do not tell it. */
  readonly host: FoundZone["host"];
  /** The zone, where the text does not name it. */
  readonly origin: DnsName | undefined;
  /** What lies beside the file, for texts that include others. @default nothing */
  readonly beside?: EstateFiles;
}

/** The zones of a text, and what is wrong with it, a line each. Of a text that has problems nobody takes zones. */
export interface SourceZones {
  readonly zones: readonly FoundZone[];
  readonly problems: readonly string[];
}

/** Reads the zones of one text: what a tool wrote, or what people keep for it. */
export type SourceReader = (text: string, given: SourceGiven) => SourceZones;

/** A text of which nothing can be taken. */
export function refusal(...problems: readonly string[]): SourceZones {
  return refusals(problems);
}

/** The same, with as many problems as a file may have: too many to be the arguments of a call. */
export function refusals(problems: readonly string[]): SourceZones {
  return { zones: [], problems };
}
