/** A name that domains once included and whose owner has given it up. */
export interface RetiredInclude {
  readonly name: string;
  /** Whose it was, as a sentence goes on: `Microsoft's German cloud`. */
  readonly owner: string;
  /** The last day on which it could serve anybody, `YYYY-MM-DD`. */
  readonly until: string;
  /** What its users write now. */
  readonly instead: string;
  /** Where the owner says so. */
  readonly source: string;
}

/** Names that are gone for good. An entry needs the owner's own word; a name that merely does not resolve is none. */
const RETIRED_INCLUDES: readonly RetiredInclude[] = [
  {
    name: "spf.protection.outlook.de",
    owner: "Microsoft's German cloud",
    until: "2021-10-29",
    instead: "spf.protection.outlook.com",
    source: "https://learn.microsoft.com/previous-versions/azure/germany/germany-welcome",
  },
];

/** What a name that is included once was, whatever its case and final dot. */
export function retiredInclude(name: string): RetiredInclude | undefined {
  const asked = name.toLowerCase().replace(/\.$/, "");
  return RETIRED_INCLUDES.find((one) => one.name === asked);
}
