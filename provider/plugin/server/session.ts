import { setMaxListeners } from "node:events";
import { isDeepStrictEqual } from "node:util";
import type { Context, Provider } from "../definition";
import { type Diagnostic, DiagnosticError, diagnosticsOf } from "../diagnostics";
import { known } from "../plan/outcome";
import { planResource } from "../plan/plan";
import { typeOfMembers } from "../schema/type";
import { holdsUnknown } from "../value/value";
import { type DynamicValue, readObject } from "./messages";
import type { StoredPrivate } from "./private";

/** Has the provider been configured? Its configuration may hold values that are known after apply only. */
type Configured =
  | { readonly is: "no" }
  | { readonly is: "unknown"; readonly attributes: readonly string[] }
  | { readonly is: "yes"; readonly client: unknown };

/** What calls under way have to end in, once the provider is broken; milliseconds. */
export const GRACE = 3000;

/**
 * One run of a provider: its client, and the signal that ends it. Several runs of Terraform may share it, which configure it
 * alike; while one does, the others go on with the client that is there.
 */
export class Session {
  private configured: Configured = { is: "no" };
  /** What it was configured with last, as it came. */
  private configuration: DynamicValue | undefined;
  private abort = forMany();
  private break: (error: DiagnosticError) => void = () => {};
  private failure: DiagnosticError | undefined;
  private readonly broken = new Promise<never>((_, reject) => {
    this.break = reject;
  });

  constructor(readonly provider: Provider) {
    // Heard by whoever is waiting; nobody waiting is no fault.
    this.broken.catch(() => {});
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** Terraform was asked to stop: whatever is under way ends as soon as it can. */
  stop(reason = new DiagnosticError({ summary: "cancelled", detail: "Terraform was asked to stop." })): void {
    this.abort.abort(reason);
  }

  /**
   * Something was thrown that no callback awaits: an event without a listener, say. Who waits for it would wait for
   * ever. Calls under way are told to end and may still give the state of what they made; after the grace they fail.
   */
  fail(error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const failure = new DiagnosticError({ summary: `the provider ${this.provider.name} failed`, detail });
    this.failure ??= failure;
    this.stop(failure);
    setTimeout(() => this.break(failure), GRACE).unref();
  }

  /** What a callback gives, unless the provider breaks meanwhile. */
  until<T>(outcome: T | Promise<T>): Promise<T> {
    return Promise.race([outcome, this.broken]);
  }

  async configure(wire: DynamicValue, terraformVersion: string): Promise<readonly Diagnostic[]> {
    const { provider } = this;
    const diagnostics: Diagnostic[] = [];
    if (this.signal.aborted) this.abort = forMany();
    // A client of an earlier, other configuration is nobody's any more.
    if (!isDeepStrictEqual(this.configuration, wire)) this.configured = { is: "no" };
    this.configuration = wire;
    try {
      const config = readObject(wire, typeOfMembers(provider.attributes)) ?? {};
      const unknown = Object.keys(config).filter((name) => holdsUnknown(config[name] ?? null));
      if (unknown.length > 0) {
        this.configured = { is: "unknown", attributes: unknown };
        return [];
      }
      // A provider's configuration has no state before it; planning it is what puts the defaults in.
      const complete = known(planResource(provider.attributes, config, undefined)) as Readonly<
        Record<string, never>
      >;
      const client = await this.until(
        provider.configure(complete, {
          terraformVersion,
          signal: this.signal,
          warn: (warning) => diagnostics.push({ ...warning, severity: "warning" }),
        }),
      );
      this.configured = { is: "yes", client };
    } catch (error) {
      diagnostics.push(...diagnosticsOf(error, `configure the provider ${provider.name}`, this.signal));
    }
    return diagnostics;
  }

  /** True while Terraform plans with a provider configuration it does not know in full. */
  get configurationUnknown(): boolean {
    return this.configured.is === "unknown";
  }

  /** The client, if there is one yet. */
  get client(): unknown {
    return this.configured.is === "yes" ? this.configured.client : undefined;
  }

  /**
   * What a callback gets.
   * @throws DiagnosticError if the provider is not configured
   */
  context(stored: StoredPrivate, diagnostics: Diagnostic[]): Context<unknown> {
    if (this.failure) throw this.failure;
    const configured = this.configured;
    if (configured.is === "yes")
      return { ...this.planContext(stored, diagnostics), client: configured.client };
    const { name } = this.provider;
    throw new DiagnosticError(
      configured.is === "no"
        ? { summary: `the provider ${name} is not configured` }
        : {
            summary: `the configuration of the provider ${name} is known after apply only`,
            detail: `${configured.attributes.join(", ")} must be known for this. Apply what it depends on first (terraform apply -target=…).`,
          },
    );
  }

  /** The same without a client. */
  planContext(stored: StoredPrivate, diagnostics: Diagnostic[]): Omit<Context<unknown>, "client"> {
    return {
      signal: this.signal,
      private: stored,
      warn: (warning) => void diagnostics.push({ ...warning, severity: "warning" }),
      progress: (message) => void process.stderr.write(`${logLine(message)}\n`),
    };
  }
}

/** go-plugin reads JSON lines on standard error as log entries with a level. */
function logLine(message: string): string {
  return JSON.stringify({ "@level": "info", "@message": message });
}

/** All that is under way listens to it: many listeners are no leak. */
function forMany(): AbortController {
  const made = new AbortController();
  setMaxListeners(0, made.signal);
  return made;
}
