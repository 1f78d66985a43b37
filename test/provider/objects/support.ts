import { DiagnosticError, PartialState } from "../../../provider/plugin/index";
import { m365 } from "../../../provider/provider";
import { randomPassword } from "../../../provider/resources/containment/random-password";
import type { M365 } from "../../../provider/resources/m365";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../sandbox/microsoft";
import { clientsFor, FastClock, QUICK, sessionSignal } from "../support/clients";

type Values = Readonly<Record<string, unknown>>;

/** A tenant, and the provider's resources on it without Terraform between. */
export interface Bench {
  readonly emulator: Emulator;
  readonly client: M365;
  readonly warnings: string[];
  readonly clock: FastClock;
  create(type: string, plan: Values): Promise<Values>;
  read(type: string, state: Values): Promise<Values | null>;
  update(type: string, prior: Values, plan: Values): Promise<Values>;
  remove(type: string, state: Values): Promise<void>;
  import(type: string, id: string): Promise<Values | null>;
  /** The cmdlets that were called, since the last time that was asked. */
  called(): readonly string[];
}

export async function bench(tenant: EmulatorOptions = { domains: ["contoso.com"] }): Promise<Bench> {
  const emulator = await startEmulator(tenant);
  const warnings: string[] = [];
  const { resources } = m365("0.0.0");
  const clock = new FastClock();
  const client: M365 = {
    ...clientsFor(emulator.env, { clock, patience: QUICK }),
    clock,
    dns: {
      ask: () => Promise.reject(new Error("no DNS here")),
    } as never,
    newPassword: randomPassword,
  };
  const context = {
    client,
    signal: sessionSignal(),
    private: { get: () => undefined, set: () => undefined, delete: () => undefined },
    warn: ({ summary }: { readonly summary: string }) => warnings.push(summary),
    progress: () => undefined,
  };
  const resourceOf = (type: string) => {
    const found = resources[type];
    if (!found) throw new Error(`there is no ${type}`);
    return found;
  };
  /** As Terraform hands a plan over: with defaults, and what the provider says missing. */
  const planOf = (type: string, given: Values): Values =>
    Object.fromEntries(
      Object.entries(resourceOf(type).attributes).map(([name, { options }]) => {
        const absent = options.computed ? undefined : (options.default ?? null);
        return [name, name in given ? given[name] : absent];
      }),
    );
  let seen = 0;
  return {
    emulator,
    client,
    warnings,
    clock,
    create: async (type, plan) => resourceOf(type).create(planOf(type, plan), context),
    read: async (type, state) => resourceOf(type).read(state, context),
    update: async (type, prior, plan) => {
      const { update } = resourceOf(type);
      if (!update) throw new Error(`${type} has no update`);
      return update({ ...planOf(type, plan), id: prior.id }, { ...context, prior });
    },
    remove: async (type, state) => resourceOf(type).delete(state, context),
    import: async (type, id) => (await resourceOf(type).import?.(id, context)) ?? null,
    called() {
      const cmdlets = emulator.control.log.slice(seen).flatMap((request) => request.cmdlets);
      seen = emulator.control.log.length;
      return cmdlets;
    },
  };
}

/** What a refusal tells, on a line each; with what is kept where it came half-way. */
export async function refused(call: Promise<unknown>): Promise<{ told: string; kept: object | undefined }> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof DiagnosticError)) throw new Error(`expected a diagnostic, got ${outcome}`);
  const told = outcome.diagnostics.map(
    ({ summary, detail = "", path = [] }) => `${path.join(".")}: ${summary}. ${detail}`,
  );
  return { told: told.join("\n"), kept: outcome instanceof PartialState ? outcome.state : undefined };
}
