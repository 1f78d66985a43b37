import type { DnsName } from "../dns/name";
import { type Fault, fail, type Path, within } from "../fault";
import { parseCloud } from "../microsoft/clouds";
import type { MailDomainOptions } from "../options";
import { PROFILES } from "../profile";
import type { SenderParts } from "../senders/resolve";
import type { PartResult } from "./parts/part";
import { type SpfRecordOptions, spfRecords } from "./parts/spf";

/** A domain's SPF record as planned: its terms come from several options, and each knows which. */
export interface SpfPlan {
  /** What the domain says itself. */
  readonly options: SpfRecordOptions;
  /** The whole of each list that holds terms, in place of the list in `options`. */
  readonly terms: Readonly<Partial<Record<SpfList, readonly SpfTermOption[]>>>;
}

/** One term, and where in the mail domain's options it was written. */
interface SpfTermOption {
  readonly value: string;
  readonly path: Path;
}

const LISTS = ["ip4", "ip6", "include", "a"] as const;
type SpfList = (typeof LISTS)[number];

/** Who may send: the cloud's own include first, then what the domain adds, then its senders. */
export function planSpf(
  part: { readonly domain: DnsName; readonly ttl: number },
  options: MailDomainOptions,
  senders: readonly SenderParts[],
  faults: Fault[],
): SpfPlan {
  const own = options.spf ?? {};
  const egress = (options.onPremises?.egress ?? []).map((value, index) => ({
    value,
    path: ["onPremises", "egress", index],
  }));
  if (
    options.profile === "send-only" &&
    !options.senders?.length &&
    Object.keys(own).every((key) => key === "all")
  ) {
    faults.push({
      path: ["senders"],
      message: "a send-only domain names no sender",
      expected: "at least one sender, or addresses or includes under spf",
      fix: "add senders, or choose profile parked",
    });
  }
  const lists: Record<SpfList, readonly SpfTermOption[]> = {
    ip4: [...egress.filter(({ value }) => !value.includes(":")), ...written(own.ip4, "ip4")],
    ip6: [...egress.filter(({ value }) => value.includes(":")), ...written(own.ip6, "ip6")],
    include: [
      // With a redirect the other domain's record answers, and has to name Exchange Online itself.
      ...(own.redirect === undefined ? cloudInclude(options, faults) : []),
      ...written(own.include, "include"),
      ...wanted(senders, ({ spfIncludes }) => spfIncludes),
    ],
    a: senders.some(({ spfA }) => spfA.length > 0)
      ? [
          ...(own.a === true ? [{ value: part.domain, path: ["spf", "a"] }] : written(own.a, "a")),
          ...wanted(senders, ({ spfA }) => spfA),
        ]
      : [],
  };
  const filled = LISTS.filter((list) => lists[list].length > 0);
  return {
    options: { ...part, ...own },
    terms: Object.fromEntries(filled.map((list) => [list, lists[list]])),
  };
}

/** The planned record. Its faults stand where the term was written: under `spf`, at a sender, at an egress address. */
export function plannedSpfRecords({ options, terms }: SpfPlan): PartResult {
  const lists = Object.entries(terms).map(([list, of]) => [list, of.map(({ value }) => value)]);
  const result = spfRecords({ ...options, ...Object.fromEntries(lists) });
  if (result.ok) return result;
  return fail(
    ...result.faults.map((fault) => {
      const [key, index, ...rest] = fault.path ?? [];
      const list = LISTS.find((name) => name === key);
      const term = list && typeof index === "number" ? terms[list]?.[index] : undefined;
      return { ...fault, path: term ? [...term.path, ...rest] : ["spf", ...(fault.path ?? [])] };
    }),
  );
}

function written(values: readonly string[] | undefined, list: SpfList): readonly SpfTermOption[] {
  return (values ?? []).map((value, index) => ({ value, path: ["spf", list, index] }));
}

function wanted(
  senders: readonly SenderParts[],
  of: (sender: SenderParts) => readonly string[],
): readonly SpfTermOption[] {
  return senders.flatMap((sender, index) => of(sender).map((value) => ({ value, path: ["senders", index] })));
}

function cloudInclude(options: MailDomainOptions, faults: Fault[]): readonly SpfTermOption[] {
  if (!PROFILES[options.profile].exchangeOnline) return [];
  const cloud = parseCloud(options.tenant?.cloud ?? "worldwide");
  if (cloud.ok) return [{ value: cloud.value.spfInclude, path: ["tenant", "cloud"] }];
  faults.push(...cloud.faults.map((fault) => within(fault, "tenant", "cloud")));
  return [];
}
