import { fail, ok, type Result } from "../fault";
import { SENDERS, type SenderAlignment } from "./catalogue";
import { expansions, fill } from "./template";
import type { NamedUse } from "./use";
import type { SenderValuesRead } from "./values";

/** What a sender adds to the domain's own SPF record. */
export interface SenderSpf {
  readonly includes: readonly string[];
  /** Domains for `a:` mechanisms, where the sender documents that in place of an include. */
  readonly a: readonly string[];
}

const NOTHING: SenderSpf = { includes: [], a: [] };

/**
 * What belongs in the domain's own SPF record: the sender's mechanism if its mail aligns through it, unless the
 * estate says `spf: false`. `spf: true` for any other sender is refused: RFC 7208 §2.4 checks the bounce domain,
 * so the record would never be asked, while it costs look-ups (§4.6.4) and lets the sender's other customers pass.
 */
export function ownSpf({ name, entry, path }: NamedUse, values: SenderValuesRead): Result<SenderSpf> {
  const { spf } = entry;
  const moved = spf.movedBy !== undefined && values.scope.has(spf.movedBy);
  const may = !moved && (spf.aligns === true || spf.aligns === "if-configured");
  if (values.spf === true && !may) {
    return fail({
      path: [...path, "spf"],
      message: `mail of ${entry.title} does not align through this domain's SPF record`,
      received: "true",
      expected: moved ? `no include beside ${spf.movedBy}` : `no include, since ${spf.why}`,
      fix: spf.instead ?? `leave spf out of ${name}`,
    });
  }
  const wanted = values.spf ?? spf.aligns === true;
  if (!may || !wanted) return ok(NOTHING);
  return ok({
    includes: spf.include === undefined ? [] : [fill(spf.include, values.scope)],
    a: spf.a === undefined ? [] : [fill(spf.a, values.scope)],
  });
}

/** The sender behind an SPF include. */
export interface IncludeOwner {
  readonly name: string;
  readonly title: string;
  readonly aligns: SenderAlignment;
  /** Why its mail aligns through the including domain's record, or does not. */
  readonly why: string;
  readonly instead?: string;
}

/**
 * The catalogue sender that an SPF include belongs to, so that an include written by hand can be judged as
 * `ownSpf` judges the catalogue's own.
 */
export function senderOfInclude(include: string): IncludeOwner | undefined {
  const asked = include.toLowerCase().replace(/\.$/, "").split(".");
  owners ??= includeOwners();
  return owners.find(({ patterns }) => patterns.some((pattern) => fits(asked, pattern)))?.owner;
}

let owners: ReturnType<typeof includeOwners> | undefined;

/** The senders with the labels of the names that their includes may have, in the catalogue's order. */
function includeOwners(): readonly {
  readonly patterns: readonly (readonly string[])[];
  readonly owner: IncludeOwner;
}[] {
  return [...SENDERS].map(([name, { title, spf, parameters }]) => {
    const { aligns, why, instead, include, known } = spf;
    const patterns = [...(include === undefined ? [] : expansions(include, parameters)), ...known];
    return {
      patterns: patterns.map((pattern) => pattern.split(".")),
      owner: { name, title, aligns, why, ...(instead === undefined ? {} : { instead }) },
    };
  });
}

/** `*`, or a label with a place in it, stands for one label. */
function fits(labels: readonly string[], pattern: readonly string[]): boolean {
  if (labels.length !== pattern.length) return false;
  return pattern.every((wanted, index) => {
    const label = labels[index] ?? "";
    if (wanted === "*") return true;
    const [head = "", tail] = wanted.split(/\{[A-Za-z]+\}/);
    if (tail === undefined) return label === wanted;
    return label.length > head.length + tail.length && label.startsWith(head) && label.endsWith(tail);
  });
}
