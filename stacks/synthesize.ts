import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { StackKind } from "../hosts/host";
import { HOSTS, type ZoneChoice } from "../hosts/index";
import { declareEstate } from "../lib/declare/estate";
import { acceptedDomains, type DeclaredExchange, exchangeStackName } from "../lib/declare/exchange";
import { lookedUp } from "../lib/declare/neighbours";
import { tenantsWithExchange, tenantsWithIdentities } from "../lib/declare/stack-names";
import { type DeclaredTenant, tenantStackName } from "../lib/declare/tenants";
import type { Estate } from "../lib/estate";
import { zoneCreators } from "../lib/estate/zone-creators";
import { sharedSsprInstructions, ssprInstructions } from "../lib/identity/sspr";
import type { LocatedFault } from "../lib/located-fault";
import { CLOUDS } from "../lib/microsoft/clouds";
import { type Finding, isForbidding } from "../lib/rules/finding";
import { findingFault, judge } from "../lib/rules/judge";
import { dropConfigurations } from "./kept-configurations";
import { makeOutput } from "./make-output";
import { CACHE_FILE, type CachedStack, formatCache, readCache, sha256 } from "./output-cache";
import {
  manifestEntries,
  manifestsHash,
  removeManifest,
  removeStack,
  STACK_KINDS,
  stackHash,
} from "./output-kinds";
import { requirePackage } from "./require-package";
import { domainsOfKind } from "./stack-makers";
import { writeAnew } from "./write-anew";

/** What is synthesized, and where it goes. */
export interface SynthesizeOptions {
  /** As `loadEstate` or `defineEstate` give it. */
  readonly estate: Estate;
  /**
   * The output folder, as `cdktf synth` lays it out: `manifest.json`, `stacks/<name>/cdk.tf.json`. Stacks of the AWS CDK
   * are a cloud assembly in its folder `aws`.
   */
  readonly out: string;
  /** Only these stacks; the others stay as they are. @default all */
  readonly only?: ReadonlySet<string> | undefined;
  /** What the tool is, see `toolId`; without it nothing is cached. */
  readonly tool?: string | undefined;
}

/** What was done, or what is wrong with the estate: then nothing was. */
export type SynthesizeResult =
  | ({ readonly ok: true } & Synthesized)
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/** What a synthesis did. */
export interface Synthesized {
  /** What each stack is deployed with, by name; of one that the estate no longer has, what it was deployed with. */
  readonly kinds: ReadonlyMap<string, StackKind>;
  /** Stacks that were made anew. */
  readonly written: readonly string[];
  /** Stacks whose output was there already. */
  readonly unchanged: readonly string[];
  /** Stacks that the estate no longer has, or not of their kind: their output is gone, their resources are not. */
  readonly removed: readonly string[];
  /** What the rules found in the stacks that were made anew; of errors only controls that are not met yet. */
  readonly findings: readonly Finding[];
  /** What must be done once by hand for tenants whose stacks were made anew. */
  readonly instructions: readonly string[];
}

/** A stack of the estate: its kind, and a hash over all that its output follows from beside the tool itself. */
interface StackInput {
  readonly kind: StackKind;
  readonly hash: string;
}

type StackInputs = ReadonlyMap<string, StackInput>;

/**
 * Synthesizes an estate without the cdktf CLI: the same bytes as `cdktf synth`; and without the CDK CLI what
 * `cdk deploy --app <out>/aws` takes. They are made in a staging folder inside the output folder and moved into place
 * when all are there: a failure while they are made changes nothing, one while they are moved leaves whole files, old and
 * new, and no cache, so that the next synth makes all of them. Terraform's own files in the stacks' folders stay.
 * @throws Error if a domain is at Route 53 and aws-cdk-lib is not installed
 */
export async function synthesize(options: SynthesizeOptions): Promise<SynthesizeResult> {
  const { out, estate, tool } = options;
  const inputs = stackInputs(estate, options.only);
  const { stacks, stale, unchanged } = compare(options, inputs);
  // A stack whose input was accepted before is accepted now: only the others need to be read again.
  const declared = declareEstate(estate, stale.size < inputs.size ? new Set(stale.keys()) : undefined);
  if (!declared.ok) return declared;
  const judged = judge(estate, declared);
  if (!judged.ok) return judged;
  const { findings } = judged;
  const errors = findings.filter(isForbidding);
  if (errors.length > 0) return { ok: false, problems: errors.map(findingFault) };
  const changes = STACK_KINDS.map((kind) => changesOf(kind, options, inputs, stale));
  const due = changes.filter(({ isDue }) => isDue);
  const removed = due.flatMap(({ gone }) => gone);
  if (due.length > 0) {
    const keptIn = (kind: StackKind) => due.find((change) => change.kind === kind && !change.isEmpty)?.kept;
    const [terraform, aws] = [keptIn("terraform"), keptIn("aws")];
    await makeOutput({
      out,
      settings: estate,
      creators: zoneCreators(estate.domains),
      ...(terraform
        ? {
            terraform: {
              domains: domainsOfKind("terraform", declared.domains),
              tenants: declared.tenants,
              exchanges: declared.exchanges,
              findings,
              kept: terraform,
            },
          }
        : {}),
      ...(aws ? { aws: { domains: domainsOfKind("aws", declared.domains), kept: aws } } : {}),
    });
    for (const [name, { kind, hash }] of stale) {
      stacks.set(name, { input: hash, output: stackHash(out, kind, name) ?? "" });
    }
    for (const { kind, gone, isEmpty } of due) {
      for (const name of gone) removeStack(out, kind, name);
      if (isEmpty) removeManifest(out, kind);
    }
    dropConfigurations(out, (name) => inputs.get(name)?.kind === "terraform");
    writeCache(out, tool, { stacks, manifest: manifestsHash(out) ?? "" });
  }
  return {
    ok: true,
    kinds: new Map([
      ...due.flatMap(({ kind, gone }) => gone.map((name) => [name, kind] as const)),
      ...[...inputs].map(([name, { kind }]) => [name, kind] as const),
    ]),
    written: [...stale.keys()],
    unchanged,
    removed,
    findings,
    instructions: [...ssprSteps(declared.tenants), ...(await stepsByHand(declared.exchanges))],
  };
}

/** What people do once per tenant, said once for those of one admin center. */
function ssprSteps(tenants: readonly DeclaredTenant[]): readonly string[] {
  const centers = new Map<string, { readonly name: string; readonly group: string }[]>();
  for (const { name, plan, tenant } of tenants) {
    if (!plan.sspr) continue;
    const { adminCenter } = CLOUDS[tenant.cloud];
    centers.set(adminCenter, [...(centers.get(adminCenter) ?? []), { name, group: plan.sspr.group }]);
  }
  return [...centers].map(([adminCenter, some]) => {
    const [first] = some;
    return some.length === 1 && first
      ? ssprInstructions(first, adminCenter)
      : sharedSsprInstructions(some, adminCenter);
  });
}

/** What people do once per tenant so that Exchange has what its stack presupposes. */
async function stepsByHand(exchanges: readonly DeclaredExchange[]): Promise<readonly string[]> {
  const some = exchanges.filter(({ plan }) => plan.byHand.length > 0);
  if (some.length === 0) return [];
  const { handStepsText } = await import("../lib/exchange/hand-steps-text.js");
  return some.map(({ name, plan }) => handStepsText(plan.byHand, name));
}

/**
 * What the rules find in a domain, which cdktf's manifest tells, may follow from other domains too: their options count,
 * save whose reports they take, which follows from this one's.
 * @param only what is synthesized: the packages that other stacks need may be missing
 */
function stackInputs(estate: Estate, only: ReadonlySet<string> | undefined): StackInputs {
  const { domains, state, providers, rules: choice } = estate;
  const settings = [state, providers];
  const rules = JSON.stringify(choice);
  const hash = (...parts: readonly unknown[]) => sha256(`${JSON.stringify(parts)}${rules}`);
  const terraform = (...parts: readonly unknown[]): StackInput => ({
    kind: "terraform",
    hash: hash(...parts, settings),
  });
  const own = new Map<string, string>(
    domains.map(({ name, options: { acceptsReportsFrom, ...options } }) => [name, hash(options)]),
  );
  const packages = new Map(
    [...new Set(domains.filter(({ name }) => only?.has(name) ?? true).map(({ zone }) => zone.host))].map(
      (host) => [host, packageOf(host)],
    ),
  );
  return new Map([
    ...domains.map(({ name, options, zone, keep, import: ids }) => {
      const { stackKind: kind, hasRecordSets } = HOSTS[zone.host];
      // The domain's own options are among them.
      const near = [...lookedUp(name, options)].sort().map((other) => own.get(other));
      const further = [hasRecordSets ? keep : {}, packages.get(zone.host), kind === "terraform" && settings];
      return [name, { kind, hash: hash(near, options.acceptsReportsFrom, zone, ids, ...further) }] as const;
    }),
    ...tenantsWithIdentities(estate).map(
      ([name, { exchange: _, ...tenant }]) => [tenantStackName(name), terraform(tenant)] as const,
    ),
    ...tenantsWithExchange(estate).map(
      ([name, { identity: _, ...tenant }]) =>
        [exchangeStackName(name), terraform(tenant, acceptedDomains(estate, name))] as const,
    ),
  ]);
}

/** Which version there is of the package that a host's stacks are made with, if it is one that not everybody has. */
function packageOf(host: ZoneChoice["host"]): string | undefined {
  const { label, needs } = HOSTS[host];
  return needs && requirePackage(`domains at ${label} need`, needs);
}

/** Which stacks must be made, and which are there as the last synth left them. */
function compare({ out, only, tool }: SynthesizeOptions, inputs: StackInputs) {
  const cache = readCache(out, tool, manifestsHash(out));
  const stacks = new Map<string, CachedStack>();
  const stale = new Map<string, StackInput>();
  const unchanged: string[] = [];
  for (const [name, input] of inputs) {
    const cached = cache.stacks.get(name);
    if (only && !only.has(name)) {
      if (cached) stacks.set(name, cached);
    } else if (cached?.input === input.hash && stackHash(out, input.kind, name) === cached.output) {
      stacks.set(name, cached);
      unchanged.push(name);
    } else {
      stale.set(name, input);
    }
  }
  return { stacks, stale, unchanged };
}

/** What a synth changes in the output of one kind. */
interface Changes {
  readonly kind: StackKind;
  /** Stacks whose output goes. */
  readonly gone: readonly string[];
  /** Manifest entries that stay, of stacks that are not made now. */
  readonly kept: ReadonlyMap<string, unknown>;
  readonly isDue: boolean;
  /** Is no stack of the kind left, while there are stacks of another? */
  readonly isEmpty: boolean;
}

function changesOf(
  kind: StackKind,
  { out, only }: SynthesizeOptions,
  inputs: StackInputs,
  stale: StackInputs,
): Changes {
  const entries = [...manifestEntries(out, kind)];
  const gone = entries
    .map(([name]) => name)
    .filter((name) => inputs.get(name)?.kind !== kind && (only?.has(name) ?? true));
  const kept = new Map(entries.filter(([name]) => !gone.includes(name)));
  const isOfKind = (input: StackInput) => input.kind === kind;
  // An estate without any stack has cdktf's manifest, which says so.
  const isFallback = kind === "terraform" && inputs.size === 0;
  const isMissing = isFallback && manifestsHash(out) === undefined;
  return {
    kind,
    gone,
    kept,
    isDue: isMissing || gone.length > 0 || [...stale.values()].some(isOfKind),
    isEmpty: !isFallback && kept.size === 0 && ![...inputs.values()].some(isOfKind),
  };
}

function writeCache(out: string, tool: string | undefined, cache: Parameters<typeof formatCache>[1]): void {
  const file = join(out, CACHE_FILE);
  if (tool === undefined) {
    rmSync(file, { force: true });
    return;
  }
  writeAnew(`${file}.new`, formatCache(tool, cache));
  renameSync(`${file}.new`, file);
}
