import { below, type DnsName, relativeTo } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import type { SenderUse } from "../../sender-uses";
import { SENDERS, type SenderEntry } from "../../senders/catalogue";
import { resolveUse } from "../../senders/resolve";
import { fill } from "../../senders/template";
import { type Bindings, unify } from "./unify";

/** A use of a sender that a zone may hold, and the includes that it would explain. */
export interface PossibleSender {
  readonly name: string;
  readonly use: SenderUse;
}

/** Ways to read a zone at once for one sender; zones hold few. */
const MOST_WAYS = 16;

/**
 * The senders of the catalogue whose selectors, return paths or includes a domain's records hold, each with the values by
 * which the catalogue would give the same records. Whether it gives them all, and nothing else, is for the declaration to
 * tell.
 * @param records those of the domain that nothing else has explained
 * @param includes of its SPF record
 */
export function possibleSenders(
  domain: DnsName,
  records: readonly DnsRecord[],
  includes: readonly string[],
): readonly PossibleSender[] {
  return [...SENDERS].flatMap(([name, entry]) => {
    const ways = new Map<string, PossibleSender>();
    for (const way of waysOf(entry, domain, records, includes)) {
      for (const use of usesOf(name, entry, domain, way)) {
        if (resolveUse(use, domain).ok) ways.set(JSON.stringify(use), { name, use });
      }
    }
    return [...ways.values()];
  });
}

/** What a zone says of one sender: texts by parameter, and lists. */
interface Way {
  readonly texts: Bindings;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Did any record speak for it? */
  readonly isSeen: boolean;
}

function waysOf(
  entry: SenderEntry,
  domain: DnsName,
  records: readonly DnsRecord[],
  includes: readonly string[],
): readonly Way[] {
  const dashed = domain.replaceAll(".", "-");
  const start: Way = {
    texts: new Map([
      ["domain", domain],
      ["dashed", dashed],
    ]),
    lists: new Map(),
    isSeen: false,
  };
  let ways: readonly Way[] = [start];
  const each = (more: (way: Way) => readonly Way[]) => {
    ways = ways.flatMap((way) => [...more(way), way]).slice(0, MOST_WAYS);
  };
  for (const template of entry.dkim) each((way) => readDkim(template, entry, domain, records, way));
  for (const template of entry.records) each((way) => readRecord(template, entry, domain, records, way));
  const { include } = entry.spf;
  if (include !== undefined) {
    each((way) =>
      includes.flatMap((text) => {
        const texts = unify(include, text, way.texts, entry, domain);
        return texts ? { ...way, texts, isSeen: true } : [];
      }),
    );
  }
  return ways.filter(({ isSeen }) => isSeen);
}

function readDkim(
  template: SenderEntry["dkim"][number],
  entry: SenderEntry,
  domain: DnsName,
  records: readonly DnsRecord[],
  way: Way,
): readonly Way[] {
  const found = records.flatMap((record): readonly Bindings[] => {
    const place = selectorOf(record.name, domain);
    if (!place || (template.below === undefined) !== (place.below === undefined)) return readBelow(record);
    return readAt(record, place);
  });
  if (template.each === undefined) return found.map((texts) => ({ ...way, texts, isSeen: true }));
  return listsOf(template.each, found, way);

  /** A template that may sign for a subdomain signs for the domain where it is given none. */
  function readBelow(record: DnsRecord): readonly Bindings[] {
    const place = selectorOf(record.name, domain);
    return place && template.below !== undefined ? readAt(record, place) : [];
  }

  function readAt(
    record: DnsRecord,
    place: { readonly selector: string; readonly below?: string },
  ): readonly Bindings[] {
    let known: Bindings | undefined = way.texts;
    if (template.below !== undefined && place.below !== undefined) {
      if ((known.get(template.below) ?? place.below) !== place.below) return [];
      known = new Map([...known, [template.below, place.below]]);
    }
    const data = "key" in template ? template.key : template.cname;
    const text = "key" in template ? (record.type === "TXT" ? record.value : undefined) : aliasOf(record);
    if (text === undefined) return [];
    known = mayBe(template.selector, place.selector, entry)
      ? unify(template.selector, place.selector, known, entry, domain)
      : undefined;
    const read = known && unify(data, text, known, entry, domain);
    return read ? [read] : [];
  }
}

/** A key may be anybody's: a sender is told by it only at the selector that the sender itself proposes. */
function mayBe(template: string, selector: string, { parameters, dkim }: SenderEntry): boolean {
  const rule = parameters[placeOf(template)];
  const isKey = dkim.some((one) => "key" in one && one.selector === template);
  return !isKey || rule?.form !== "selector" || rule.default === selector;
}

function placeOf(template: string): string {
  return /^\{([A-Za-z]+)\}$/.exec(template)?.[1] ?? "";
}

/** The matches of a template that stands for a list, by what else they say. */
function listsOf(list: string, found: readonly Bindings[], way: Way): readonly Way[] {
  const groups = new Map<string, { readonly texts: Bindings; readonly items: [string, string][] }>();
  for (const texts of found) {
    const rest = new Map([...texts].filter(([name]) => name !== "item" && name !== "n"));
    const key = JSON.stringify([...rest]);
    const group = groups.get(key) ?? { texts: rest, items: [] };
    group.items.push([texts.get("n") ?? "", texts.get("item") ?? ""]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ texts, items }) => ({
    texts,
    lists: new Map([
      ...way.lists,
      [list, items.sort((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1)).map(([, item]) => item)],
    ]),
    isSeen: true,
  }));
}

function readRecord(
  template: SenderEntry["records"][number],
  entry: SenderEntry,
  domain: DnsName,
  records: readonly DnsRecord[],
  way: Way,
): readonly Way[] {
  return records.flatMap((record): readonly Way[] => {
    const text = dataOf(template, record);
    if (text === undefined) return [];
    const label = relativeTo(record.name, domain) || "@";
    const known = unify(template.label, label, way.texts, entry, domain);
    const [, data] = templateData(template);
    const texts = known && unify(data, text, known, entry, domain);
    return texts ? [{ ...way, texts, isSeen: true }] : [];
  });
}

function templateData(template: SenderEntry["records"][number]): readonly [string, string] {
  switch (template.type) {
    case "CNAME":
      return ["CNAME", template.target];
    case "TXT":
      return ["TXT", template.value];
    case "MX":
      return ["MX", template.exchange];
  }
}

function dataOf(template: SenderEntry["records"][number], record: DnsRecord): string | undefined {
  if (record.type === "CNAME" && template.type === "CNAME") return record.target;
  if (record.type === "TXT" && template.type === "TXT") return record.value;
  if (record.type === "MX" && template.type === "MX") return record.exchange;
  return undefined;
}

function aliasOf(record: DnsRecord): string | undefined {
  return record.type === "CNAME" ? record.target : undefined;
}

/** `s1` and `news` of `s1._domainkey.news.contoso.com`. */
function selectorOf(
  name: DnsName,
  domain: DnsName,
): { readonly selector: string; readonly below?: string } | undefined {
  const [, selector, own] = /^(.+?)\._domainkey\.(.+)$/.exec(name) ?? [];
  if (selector === undefined || own === undefined) return undefined;
  if (own === domain) return { selector };
  if (!own.endsWith(`.${domain}`) || below(own, domain) === own) return undefined;
  return { selector, below: relativeTo(own as DnsName, domain) };
}

/** The uses that a way stands for: with and without its include. */
function usesOf(
  name: string,
  entry: SenderEntry,
  domain: DnsName,
  { texts, lists }: Way,
): readonly SenderUse[] {
  const values: Record<string, string | readonly string[]> = {};
  const scope = new Map([
    ["domain", String(domain)],
    ["dashed", domain.replaceAll(".", "-")],
  ]);
  for (const [parameter, rule] of Object.entries(entry.parameters)) {
    const value = rule.shape === "list" ? lists.get(parameter) : texts.get(parameter);
    const usual = typeof rule.default === "string" ? fill(rule.default, scope) : rule.default;
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(usual)) values[parameter] = value;
  }
  const { aligns } = entry.spf;
  const words =
    aligns === true ? [undefined, false] : aligns === "if-configured" ? [undefined, true] : [undefined];
  return words.map((spf) => {
    const given = spf === undefined ? values : { ...values, spf };
    return (Object.keys(given).length === 0 ? name : { [name]: given }) as SenderUse;
  });
}
