import { type Json, readJson } from "../../http/answer";
import type { LoggedRequest } from "../../http/traffic";
import { ApiError } from "../envelope";
import type { Script } from "./worker-store";

/** What an upload holds: a part `metadata`, and a part for each module. */
export interface Upload {
  readonly metadata: Json;
  /** The main module first. */
  readonly modules: Script["modules"];
}

/** @throws ApiError for what is no upload of a Worker */
export async function readUpload(request: LoggedRequest): Promise<Upload> {
  const form = await formOf(request);
  const metadata = await jsonPart(form, "metadata");
  const modules: Script["modules"] = [];
  for (const [name, part] of form) {
    if (name === "metadata") continue;
    const content = typeof part === "string" ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
    const type = typeof part === "string" ? "application/javascript" : part.type;
    modules.push({ name, type, base64: content.toString("base64") });
  }
  const main = metadata.main_module ?? metadata.body_part;
  const first = modules.find(({ name }) => name === main);
  if (first === undefined) {
    throw new ApiError(400, { code: 10_021, message: `No such module: ${String(main)}.` });
  }
  return { metadata, modules: [first, ...modules.filter((module) => module !== first)] };
}

/** @throws ApiError for what is no form with a part `settings` */
export async function readSettings(request: LoggedRequest): Promise<Json> {
  return jsonPart(await formOf(request), "settings");
}

async function formOf({ headers, bytes }: LoggedRequest): Promise<FormData> {
  const type = String(headers["content-type"] ?? "");
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  } catch {
    throw new ApiError(400, {
      code: 10_001,
      message: "Could not parse the request body: it has to be multipart/form-data.",
    });
  }
}

async function jsonPart(form: FormData, name: string): Promise<Json> {
  const part = form.get(name);
  if (part === null) throw new ApiError(400, { code: 10_001, message: `The part ${name} is missing.` });
  return readJson(typeof part === "string" ? part : await part.text());
}
