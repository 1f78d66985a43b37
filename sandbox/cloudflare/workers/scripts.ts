import { createHash } from "node:crypto";
import { type Answer, isJson, type Json } from "../../http/answer";
import { ApiError, success } from "../envelope";
import type { Call, Routes } from "../router";
import { now, type ZoneStore } from "../zone-store";
import { removeDomain } from "./domains";
import { handlersOf, WorkerError } from "./runtime";
import { readSettings, readUpload } from "./upload";
import type { Script, WorkerStore } from "./worker-store";

const SCRIPT = "accounts/:account/workers/scripts/:script";
const SERVICE = "accounts/:account/workers/services/:script";

/** Workers' scripts: the upload, and the several ways in which the API shows them. */
export class Scripts {
  readonly routes: Routes = {
    "GET accounts/:account/workers/scripts": (call) =>
      success(this.workers.scripts(call.param("account")).map(shown)),
    [`PUT ${SCRIPT}`]: (call) => this.upload(call),
    [`GET ${SCRIPT}`]: (call) => content(this.script(call)),
    [`DELETE ${SCRIPT}`]: (call) => {
      const script = this.script(call);
      for (const domain of this.workers.domains.values()) {
        if (domain.service === script.name && domain.accountId === script.accountId) {
          removeDomain(this.workers, this.zones, domain);
        }
      }
      this.workers.removeScript(script);
      return success({ id: script.name });
    },
    [`GET ${SCRIPT}/settings`]: (call) => success(settings(this.script(call))),
    [`PATCH ${SCRIPT}/settings`]: async (call) => {
      const script = this.script(call);
      const metadata = { ...script.metadata, ...(await readSettings(call.request)) };
      const changed = { ...script, metadata, modifiedOn: now() };
      this.workers.putScript(changed);
      return success(settings(changed));
    },
    [`GET ${SCRIPT}/content/v2`]: (call) => content(this.script(call)),
    [`GET ${SERVICE}`]: (call) => success(service(this.script(call))),
  };

  constructor(
    private readonly workers: WorkerStore,
    private readonly zones: ZoneStore,
  ) {}

  private script(call: Call): Script {
    const script = this.workers.script(call.param("account"), call.param("script"));
    if (script !== undefined) return script;
    throw new ApiError(404, { code: 10_007, message: "This Worker does not exist on your account." });
  }

  /** As Cloudflare does, it runs the code once to learn what it handles. */
  private async upload(call: Call): Promise<Answer> {
    const [accountId, name] = [call.param("account"), call.param("script")];
    if (!/^[a-z0-9_][a-z0-9-_]{0,254}$/i.test(name)) {
      throw new ApiError(400, { code: 10_016, message: "Invalid script name." });
    }
    const { metadata, modules } = await readUpload(call.request);
    const time = now();
    const createdOn = this.workers.script(accountId, name)?.createdOn ?? time;
    const script: Script = { accountId, name, modules, metadata, handlers: [], createdOn, modifiedOn: time };
    try {
      const handlers = await handlersOf(script);
      this.workers.putScript({ ...script, handlers: [...handlers] });
    } catch (error) {
      if (!(error instanceof WorkerError)) throw error;
      throw new ApiError(400, { code: 10_021, message: `Uncaught ${error.message}` });
    }
    return success(shown(this.script(call)));
  }
}

function shown(script: Script): Json {
  const { metadata } = script;
  return {
    id: script.name,
    tag: etag(script).slice(0, 32),
    etag: etag(script),
    handlers: script.handlers,
    named_handlers: [],
    created_on: script.createdOn,
    modified_on: script.modifiedOn,
    compatibility_date: metadata.compatibility_date ?? script.createdOn.slice(0, 10),
    compatibility_flags: metadata.compatibility_flags ?? [],
    usage_model: metadata.usage_model ?? "standard",
    logpush: metadata.logpush ?? false,
    tail_consumers: metadata.tail_consumers ?? null,
    migration_tag: "",
    has_assets: false,
    has_modules: metadata.main_module !== undefined,
    last_deployed_from: "api",
    startup_time_ms: 1,
    ...("placement" in metadata ? { placement: metadata.placement } : {}),
    ...("observability" in metadata ? { observability: metadata.observability } : {}),
  };
}

/** Observability is always there, also where nobody asked for it. */
function settings({ metadata }: Script): Json {
  return {
    bindings: shownBindings(metadata.bindings),
    compatibility_date: metadata.compatibility_date ?? "",
    compatibility_flags: metadata.compatibility_flags ?? [],
    usage_model: metadata.usage_model ?? "standard",
    logpush: metadata.logpush ?? false,
    tail_consumers: metadata.tail_consumers ?? null,
    placement: metadata.placement ?? {},
    observability: metadata.observability ?? { enabled: false },
    tags: metadata.tags ?? null,
    migration_tag: "",
    ...("limits" in metadata ? { limits: metadata.limits } : {}),
  };
}

/** What a secret's binding holds goes in and never comes out. */
function shownBindings(bindings: unknown): readonly unknown[] {
  if (!Array.isArray(bindings)) return [];
  return bindings.map((binding: unknown) => {
    if (!isJson(binding) || binding.type !== "secret_text") return binding;
    const { text, ...shown } = binding;
    return shown;
  });
}

function service(script: Script): Json {
  const times = { created_on: script.createdOn, modified_on: script.modifiedOn };
  const environment = { environment: "production", ...times };
  return {
    id: script.name,
    default_environment: { ...environment, script_tag: etag(script).slice(0, 32), script: shown(script) },
    ...times,
    environments: [environment],
  };
}

/** All modules as parts of a form, the main module first. */
async function content({ modules }: Script): Promise<Answer> {
  const form = new FormData();
  for (const { name, type, base64 } of modules) {
    form.append(name, new Blob([Buffer.from(base64, "base64")], { type }), name);
  }
  const response = new Response(form);
  return {
    status: 200,
    headers: {
      "content-type": response.headers.get("content-type") ?? "multipart/form-data",
      "cf-entrypoint": modules[0]?.name ?? "",
    },
    raw: new Uint8Array(await response.arrayBuffer()),
  };
}

function etag({ modules }: Script): string {
  const hash = createHash("sha256");
  for (const { name, base64 } of modules) hash.update(`${name}\0${base64}\0`);
  return hash.digest("hex");
}
