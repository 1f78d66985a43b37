import { valueAt } from "./matches";
import { ODataError } from "./odata-error";

/** One clause of `$search`: a property whose words it looks at, and the words. */
interface Clause {
  readonly property: string;
  readonly words: readonly string[];
}

/** Alternatives, each of clauses that all have to fit. */
export type Search = readonly (readonly Clause[])[];

const CLAUSE = /^"([A-Za-z]+):((?:[^"\\]|\\.)*)"$/;

/**
 * Reads `$search`, e.g. `"displayName:sales" AND "description:emea"`; `AND` binds more than `OR`, which must be in
 * capitals.
 * @throws ODataError for anything else
 */
export function parseSearch(text: string): Search {
  return text
    .trim()
    .split(/\s+OR\s+(?=")/)
    .map((side) => side.split(/\s+(?:AND\s+)?(?=")/).map(clause));
}

function clause(text: string): Clause {
  const [, property, value] = CLAUSE.exec(text.trim()) ?? [];
  if (property !== undefined && value !== undefined) return { property, words: words(value) };
  throw new ODataError(
    "Request_BadRequest",
    'Unrecognized $search clause. Each clause has to be a property and a value in double quotes: "displayName:OneVideo".',
  );
}

/** Does an object hold, for every word of a clause, a word that begins with it? */
export function fitsSearch(search: Search, object: unknown): boolean {
  return search.some((clauses) =>
    clauses.every(({ property, words: wanted }) => {
      const had = words(String(valueAt(object, [property]) ?? ""));
      return wanted.every((word) => had.some((one) => one.startsWith(word)));
    }),
  );
}

/** As the directory cuts text: at spaces and punctuation, and where letters meet digits or capitals begin a word. */
function words(text: string): readonly string[] {
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, "$1$3$4 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
