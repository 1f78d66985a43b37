import { type Fixture, ownerOf } from "./fixture";

/** The fixture as somebody leaves it who writes these records in place of what stood there of their kind. */
export function withRecords(fixture: Fixture, written: readonly string[]): Fixture {
  const kinds = new Set(written.map(kindOf));
  return {
    ...fixture,
    domains: fixture.domains.map((domain) => ({
      ...domain,
      records: [
        ...domain.records.filter((line) => !kinds.has(kindOf(line))),
        ...written.filter((line) => ownerOf(fixture, line.split(" ", 1)[0] ?? "") === domain),
      ],
    })),
  };
}

/** Name and type; of a TXT record also what it is for: `contoso.com TXT v=spf1`. */
function kindOf(line: string): string {
  return /^\S+ (?:TXT v=\w+|\S+)/i.exec(line)?.[0].toLowerCase() ?? line;
}
