import { type Fault, fail, ok, type Result } from "../../lib/fault";
import { isMapping, type Mapping } from "../../lib/mapping";
import { CLOUD_NAMES, CLOUDS } from "../../lib/microsoft/clouds";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import { connect } from "../connect";
import { type Clock, SYSTEM_CLOCK } from "../http/clock";
import type { Patience } from "../http/persist";
import { redact } from "../http/secret";
import type { Auth, Environment } from "../microsoft-auth/auth";
import { readAuth } from "../microsoft-auth/read-auth";
import { membersIn } from "./answers";
import { BUDGET, Budget } from "./budget";
import { collect } from "./collect";
import { decode } from "./decode";
import type { ReaderAnswer, ReaderOrder } from "./orders";
import { readingClients } from "./reading-clients";
import { GUID, graphFile } from "./sources";

/** A reading is for people who wait: it gives up on one question sooner than an apply does. */
const PATIENCE: Patience = {
  attempts: 6,
  unanswered: 3,
  firstPause: 1_000,
  longestPause: 30_000,
  total: 120_000,
};

/** What the reader meets outside. Tests give their own. */
export interface ReaderSurroundings {
  readonly env: Environment;
  readonly clock?: Clock;
  readonly patience?: Patience;
}

/** Carries out an order. */
export async function carryOut(order: ReaderOrder, surroundings: ReaderSurroundings): Promise<ReaderAnswer> {
  if (order.do === "decode")
    return { is: "reading", evidence: order.evidence, decoded: decode(order.evidence) };
  const read = await readTenant(order, surroundings);
  if (!read.ok) return { is: "faults", faults: read.faults };
  return { is: "reading", evidence: read.value, decoded: decode(read.value) };
}

async function readTenant(
  { tenant, groups, calls = BUDGET.calls, time = BUDGET.time }: Extract<ReaderOrder, { readonly do: "read" }>,
  { env, clock = SYSTEM_CLOCK, patience = PATIENCE }: ReaderSurroundings,
): Promise<Result<Evidence>> {
  const meant = tenant !== undefined && GUID.test(tenant) ? tenant : undefined;
  const auth = readAuth(env.ARM_TENANT_ID ? {} : { tenantId: meant }, env);
  if (!auth.ok) return auth;
  const { tenantId, clientId } = auth.value;
  if (meant !== undefined && meant.toLowerCase() !== tenantId) return fail(otherTenant(meant, tenantId));
  const budget = new Budget({ calls, time }, clock);
  const clients = connect(auth.value, { clock, patience, admit: () => budget.admit() });
  const startedAt = instant(clock);
  const { answers, sources } = await collect(readingClients(clients), groups);
  const evidence: Evidence = {
    about: {
      format: 1,
      startedAt,
      endedAt: instant(clock),
      tenantId,
      clientId,
      cloud: cloudOf(auth.value),
      sources,
    },
    answers: withoutSecrets(answers, secretsIn(env)),
  };
  const nothing = nothingRead(evidence);
  if (nothing.length > 0) return fail(...nothing);
  return meant === undefined && tenant !== undefined ? ofTenant(tenant, evidence) : ok(evidence);
}

/** A tenant that is meant by a domain has that domain. Where nobody may see its domains, that is not known. */
function ofTenant(domain: string, evidence: Evidence): Result<Evidence> {
  const domains = membersIn(evidence, graphFile("domains"));
  const wanted = domain.toLowerCase().replace(/\.$/, "");
  if (domains.is === "not read") {
    return fail({
      message: `whether the credentials are of the tenant of ${domain} cannot be seen`,
      received: domains.why.words,
      fix: "grant Domain.Read.All, or name the tenant by its GUID",
    });
  }
  const found = domains.value.some(
    ({ id, isVerified }) => isVerified === true && typeof id === "string" && id.toLowerCase() === wanted,
  );
  return found ? ok(evidence) : fail(otherTenant(domain, evidence.about.tenantId));
}

function otherTenant(meant: string, tenantId: string): Fault {
  return {
    path: ["ARM_TENANT_ID"],
    message: "the credentials are of another tenant",
    received: tenantId,
    expected: `the tenant ${meant}`,
    fix: "set the ARM_ variables of that tenant, or name the one that they are of",
  };
}

/** Where every question was refused there is no reading: the reasons, each once. */
function nothingRead({ answers }: Evidence): readonly Fault[] {
  const errors = Object.values(answers).map((body) =>
    isMapping(body) && isMapping(body.error) ? body.error : undefined,
  );
  if (errors.length === 0 || errors.includes(undefined)) return [];
  const reasons = errors.map((error) => String(error?.message));
  return [...new Set(reasons)].slice(0, 5).map((message) => ({ message: `nothing can be read: ${message}` }));
}

function cloudOf({ resources }: Auth): string {
  return CLOUD_NAMES.find((name) => CLOUDS[name].endpoints === resources) ?? "worldwide";
}

function instant(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

function secretsIn(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    /SECRET|PASSWORD|TOKEN/.test(name) && value && value.length >= 8 ? [value] : [],
  );
}

/** The same answers with nothing in them that is a credential of ours, or looks like a token. */
function withoutSecrets(
  answers: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
): Readonly<Record<string, unknown>> {
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") return redact(value, ...secrets);
    if (Array.isArray(value)) return value.map(clean);
    return isMapping(value) ? cleanMembers(value) : value;
  };
  const cleanMembers = (mapping: Mapping) =>
    Object.fromEntries(Object.entries(mapping).map(([name, value]) => [name, clean(value)]));
  return cleanMembers({ ...answers });
}
