import * as v from "valibot";
import { cloudflareId } from "../../../hosts/cloudflare/zone-schema";
import { type Fault, within } from "../../../lib/fault";
import { read } from "../../../lib/schema/explain";
import { text } from "../../../lib/schema/scalars";
import { closed } from "../../../lib/schema/shapes";

const moduleFile = closed({ name: text, type: v.string(), base64: v.string() });

const script = closed({
  accountId: cloudflareId,
  name: text,
  /** The first is the main module. */
  modules: v.array(moduleFile),
  /** As the upload has it: compatibility date, bindings, observability, … */
  metadata: v.record(v.string(), v.unknown()),
  handlers: v.array(v.string()),
  createdOn: text,
  modifiedOn: text,
});

const domain = closed({
  id: cloudflareId,
  accountId: cloudflareId,
  zoneId: cloudflareId,
  zoneName: text,
  hostname: text,
  service: text,
  environment: text,
  certificateId: text,
  /** The record that Cloudflare made for the host. */
  recordId: cloudflareId,
});

const route = closed({
  id: cloudflareId,
  zoneId: cloudflareId,
  pattern: text,
  script: v.exactOptional(text),
});

const kept = closed({ scripts: v.array(script), domains: v.array(domain), routes: v.array(route) });

export type Script = v.InferOutput<typeof script>;
export type Domain = v.InferOutput<typeof domain>;
export type Route = v.InferOutput<typeof route>;

/** Workers, their custom domains and their routes. */
export class WorkerStore {
  private readonly scriptsByKey = new Map<string, Script>();
  readonly domains = new Map<string, Domain>();
  readonly routes = new Map<string, Route>();

  script(accountId: string, name: string): Script | undefined {
    return this.scriptsByKey.get(`${accountId}/${name}`);
  }

  scripts(accountId: string): readonly Script[] {
    return [...this.scriptsByKey.values()].filter((script) => script.accountId === accountId);
  }

  putScript(script: Script): void {
    this.scriptsByKey.set(`${script.accountId}/${script.name}`, script);
  }

  removeScript({ accountId, name }: Script): void {
    this.scriptsByKey.delete(`${accountId}/${name}`);
  }

  domainOf(hostname: string): Domain | undefined {
    return [...this.domains.values()].find((domain) => domain.hostname === hostname);
  }

  /** For a state file. */
  toJSON(): object {
    return {
      scripts: [...this.scriptsByKey.values()],
      domains: [...this.domains.values()],
      routes: [...this.routes.values()],
    };
  }

  /** Takes in what a state file has. */
  load(value: unknown): readonly Fault[] {
    if (value === undefined) return [];
    const result = read(kept, value, []);
    if (!result.ok) return result.faults.map((fault) => within(fault, "objects", "workers"));
    for (const script of result.value.scripts) this.putScript(script);
    for (const domain of result.value.domains) this.domains.set(domain.id, domain);
    for (const route of result.value.routes) this.routes.set(route.id, route);
    return [];
  }
}
