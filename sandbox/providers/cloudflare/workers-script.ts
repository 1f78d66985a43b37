import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { field } from "../../../provider/http/json";
import type { HttpAnswer } from "../../../provider/http/send";
import {
  type Context,
  isListValue,
  isObjectValue,
  type ObjectValue,
  type Value,
} from "../../../provider/plugin/index";
import type { CloudflareClient } from "./client";
import { decode, encode, type Planned, settle } from "./codec";
import { GONE, importedPath } from "./entity";
import { resource, resourceSchema } from "./schema";

const schema = resourceSchema("cloudflare_workers_script", {
  id: { stable: true },
  account_id: { requiresReplace: true },
  script_name: { requiresReplace: true },
  created_on: { stable: true },
  logpush: { default: false },
  usage_model: { default: "standard" },
});
const { attributes } = schema;

/** What is sent beside the metadata, or not at all. */
const NO_METADATA = [
  "account_id",
  "script_name",
  "content",
  "content_file",
  "content_sha256",
  "content_type",
];

export const workersScript = resource({
  ...schema,
  create: (plan, context) => upload(plan, context),
  update: (plan, context) => upload(plan, context),
  async read(state, context) {
    const found = await read(state, context);
    if (!found) context.warn(GONE);
    return found ?? null;
  },
  async delete({ account_id, script_name }, { client, signal }) {
    await client.call({ method: "DELETE", path: scriptPath(account_id, script_name), signal });
  },
  async import(id, context) {
    const known = importedPath(id, ["account_id", "script_name"]);
    return (
      (await read({ ...decode(attributes, {}), ...known, id: known.script_name ?? "" }, context)) ?? null
    );
  },
});

async function upload(plan: Planned, { client, signal }: Context<CloudflareClient>): Promise<ObjectValue> {
  const { account_id, script_name, main_module, content_file } = plan;
  const file = typeof content_file === "string" ? await readFile(content_file, "utf8") : undefined;
  const content = file ?? String(plan.content ?? "");
  const answer = await client.call({
    method: "PUT",
    path: scriptPath(account_id, script_name),
    form: multipart(String(main_module ?? "script"), content, encode(attributes, plan, NO_METADATA)),
    signal,
  });
  return settle(plan, { ...decode(attributes, answer), id: script_name ?? null });
}

/** The module, then what Cloudflare shall know of it: a form of two parts (RFC 7578). */
function multipart(name: string, content: string, metadata: object) {
  const boundary = randomBytes(30).toString("hex");
  const part = (disposition: string, type: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const module = part(`name="${name}"; filename="${name}"`, "application/javascript+module", content);
  const told = part('name="metadata"', "application/json", JSON.stringify(metadata));
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: `${module}${told}--${boundary}--\r\n`,
  };
}

/** State from the service, the settings and the content, which Cloudflare has at three places. */
async function read(
  state: ObjectValue,
  { client, signal }: Pick<Context<CloudflareClient>, "client" | "signal">,
): Promise<ObjectValue | undefined> {
  const { account_id, script_name } = state;
  const get = (path: string) => client.find({ method: "GET", path, signal });
  const service = await get(`accounts/${account_id}/workers/services/${script_name}`);
  const settings = service && (await get(`${scriptPath(account_id, script_name)}/settings`));
  const stored = settings && (await get(`${scriptPath(account_id, script_name)}/content/v2`));
  if (!stored) return undefined;
  const environment = field(field(service.body, "result"), "default_environment");
  const script = field(environment, "script");
  const { content, file } = firstPart(stored);
  const found = {
    ...state,
    ...withoutEmpty(decode(attributes, script)),
    ...withoutEmpty(decode(attributes, field(settings.body, "result"))),
  };
  return {
    ...found,
    account_id: account_id ?? null,
    script_name: script_name ?? null,
    id: script_name ?? null,
    placement: isObjectValue(found.placement) && found.placement.mode !== null ? found.placement : null,
    main_module: file ?? state.main_module ?? null,
    content: typeof state.content_file === "string" ? null : content,
    content_sha256: typeof state.content_sha256 === "string" ? sha256(content) : null,
  };
}

function scriptPath(account: Value | undefined, script: Value | undefined): string {
  return `accounts/${account}/workers/scripts/${script}`;
}

/** What is empty in an answer leaves state as it is. */
function withoutEmpty(values: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== "" && !(isListValue(value) && value.length === 0),
    ),
  );
}

/** The main module, with its name where the answer is a form. */
function firstPart({ headers, content }: HttpAnswer): { readonly content: string; readonly file?: string } {
  const boundary = /^multipart\/.*boundary="?([^";]+)/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return { content };
  const [, part = ""] = content.split(`--${boundary}`);
  const end = part.indexOf("\r\n\r\n");
  const file = /filename="([^"]*)"|name="([^"]*)"/.exec(part.slice(0, end));
  const name = file?.[1] ?? file?.[2];
  return { content: part.slice(end + 4).replace(/\r\n$/, ""), ...(name && { file: name }) };
}

function sha256(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
