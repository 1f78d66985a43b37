import type { IpVersion } from "../../../dns/address";
import { AddressSet } from "../../../dns/address-set";
import { VERDICTS } from "../check/evaluate";
import type { SpfLimits } from "../check/limits";
import type { SpfResult } from "../check/trace";
import type { SpfInclude, SpfRedirect } from "../record";
import type { SpfBranch, SpfTree, TreeStep } from "./branch";
import { Basin, type Flow, joined, parted } from "./flow";
import { type Gate, gatesOf } from "./gates";

/** For each result the addresses whose check can come to it. */
export type Verdicts = Readonly<Record<SpfResult, AddressSet>>;

/** A term whose answer depends on the message, or was not explored, and the domain whose record holds it. */
export interface IndeterminateTerm {
  readonly domain: string;
  readonly term: TreeStep["term"];
}

/** Who comes to which result, and at which terms nobody can tell beforehand. */
export interface SpfCourse {
  readonly verdicts: Verdicts;
  /** In the order of evaluation; only those that some client comes to. */
  readonly indeterminate: readonly IndeterminateTerm[];
}

/** What all terms of one tree share. */
interface Scene {
  readonly version: IpVersion;
  readonly limits: SpfLimits;
  readonly indeterminate: IndeterminateTerm[];
}

/**
 * Sends all clients with an address of the version through the tree at once: each term takes those that match, the
 * others go on, and limits stop those that have spent too much. Each address comes to exactly one result.
 *
 * Only where a term depends on the message both ways are followed, and an address may have several results. Of such a
 * term it is assumed that the DNS answers, that its look-up is not void (save for an `exists` by address that does not
 * match), and that what it includes or redirects to asks nothing further.
 *
 * An IPv4-mapped IPv6 address is an IPv4 client (RFC 7208 §5): it is to be looked up under `ip4`.
 */
export function courseOf(tree: SpfTree, version: IpVersion): SpfCourse {
  const scene: Scene = { version, limits: tree.limits, indeterminate: [] };
  const basin = follow(tree, [{ lookups: 0, voids: 0, addresses: AddressSet.all(version) }], scene);
  const of = (result: SpfResult): AddressSet =>
    AddressSet.union(
      version,
      basin.of(result).map(({ addresses }) => addresses),
    );
  const verdicts = {
    none: of("none"),
    neutral: of("neutral"),
    pass: of("pass"),
    fail: of("fail"),
    softfail: of("softfail"),
    temperror: of("temperror"),
    permerror: of("permerror"),
  };
  return { verdicts, indeterminate: scene.indeterminate };
}

/** Sends clients through a record. @returns where they end */
function follow(branch: SpfBranch, arriving: readonly Flow[], scene: Scene): Basin {
  const basin = new Basin();
  if (branch.end !== undefined) {
    // Whoever comes round once comes round until the limit of look-ups.
    basin.take(branch.end === "loop" ? "permerror" : branch.end, arriving);
    return basin;
  }
  let going = arriving;
  for (const step of branch.steps) going = pass(step, branch.domain, going, scene, basin);
  basin.take("neutral", going);
  return basin;
}

/** Sends clients through a term: those it decides about end in `basin`. @returns those that go on */
function pass(
  step: TreeStep,
  domain: string,
  arriving: readonly Flow[],
  scene: Scene,
  basin: Basin,
): readonly Flow[] {
  const { term, cost, record } = step;
  const isIndeterminate = step.depends.length > 0 || isUnexplored(step, scene.version);
  const flows = basin.spend(arriving, { lookups: cost }, scene.limits);
  if (flows.length === 0) return [];
  if (isIndeterminate) scene.indeterminate.push({ domain, term });
  if (term.kind === "include" || term.kind === "redirect") return lead(term, record, flows, scene, basin);
  const verdict = VERDICTS[term.qualifier];
  if (isIndeterminate) {
    basin.take(verdict, flows);
    // Where an `exists` by address does not match, its look-up was void; by another macro it may not even ask.
    const asks = term.kind === "exists" && step.depends.every((letter) => letter === "i" || letter === "v");
    return asks ? basin.spend(flows, { voids: 1 }, scene.limits) : flows;
  }
  let going = flows;
  for (const gate of gatesOf(step, scene.version, scene.limits)) {
    going = enter(gate, verdict, going, scene, basin);
  }
  return going;
}

/** Is it unknown what the term's answers are for clients of the version? */
function isUnexplored({ unexplored, queries }: TreeStep, version: IpVersion): boolean {
  const type = version === "ip4" ? "A" : "AAAA";
  return unexplored === true && !queries.some((query) => query.type === type);
}

/** Sends clients to another record and back (RFC 7208 §5.2, §6.1). @returns those that go on */
function lead(
  term: SpfInclude | SpfRedirect,
  record: SpfBranch | undefined,
  flows: readonly Flow[],
  scene: Scene,
  basin: Basin,
): readonly Flow[] {
  const voids = record?.queries.filter((query) => query.void).length ?? 0;
  const inside = basin.spend(flows, { voids }, scene.limits);
  const ends = record === undefined ? anywhere(inside) : follow(record, inside, scene);
  basin.take("temperror", ends.of("temperror"));
  basin.take("permerror", ends.of("permerror", "none"));
  if (term.kind === "include") {
    basin.take(VERDICTS[term.qualifier], ends.of("pass"));
    return joined(ends.of("fail", "softfail", "neutral"));
  }
  for (const verdict of Object.values(VERDICTS)) basin.take(verdict, ends.of(verdict));
  return [];
}

/** Sends clients through a gate. @returns those that go on */
function enter(
  gate: Gate,
  verdict: SpfResult,
  arriving: readonly Flow[],
  { limits }: Scene,
  basin: Basin,
): readonly Flow[] {
  switch (gate.kind) {
    case "void":
      return basin.spend(arriving, { voids: 1 }, limits);
    case "error":
      basin.take(gate.result, arriving);
      return [];
    case "match": {
      const { inside, outside } = parted(arriving, gate.addresses);
      basin.take(verdict, inside);
      return outside;
    }
  }
}

/** What nobody knows beforehand: any verdict. */
function anywhere(flows: readonly Flow[]): Basin {
  const basin = new Basin();
  for (const verdict of Object.values(VERDICTS)) basin.take(verdict, flows);
  return basin;
}
