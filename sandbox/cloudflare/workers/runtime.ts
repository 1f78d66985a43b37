import { Worker as Thread } from "node:worker_threads";
import { isJson } from "../../http/answer";
import type { Script } from "./worker-store";

/** A request for a Worker's handler. */
export interface WorkerRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

export interface WorkerResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The Worker's own fault: it cannot be loaded, it threw, or it took too long. */
export class WorkerError extends Error {}

/** Far above what Cloudflare allows (50 ms of processor time), for machines that are busy. */
const TIME_LIMIT = 10_000;
const MEMORY_LIMIT = 128;

/**
 * The events that a Worker's code listens for.
 * @throws WorkerError
 */
export async function handlersOf(script: Script): Promise<readonly string[]> {
  const message = await run(script, undefined, TIME_LIMIT);
  return Array.isArray(message.handlers) ? message.handlers.map(String) : [];
}

/**
 * Runs the Worker's `fetch` handler, in a thread of its own for each request.
 * @param limit milliseconds
 * @throws WorkerError
 */
export async function fetchFrom(
  script: Script,
  request: WorkerRequest,
  limit: number = TIME_LIMIT,
): Promise<WorkerResponse> {
  const { status, headers, body } = await run(script, request, limit);
  return {
    status: Number(status),
    headers: isJson(headers)
      ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      : {},
    body: body instanceof Uint8Array ? body : new Uint8Array(),
  };
}

/**
 * What happens in the thread. A `data:` URL is the one way to load a module from memory; relative imports of a
 * Worker's other modules do not work from there.
 */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const { source, env, request } = workerData;
const listeners = {};
globalThis.addEventListener = (type, listener) => { listeners[type] = listener; };
const context = { waitUntil() {}, passThroughOnException() {} };
(async () => {
  const { default: handlers = {} } = await import("data:text/javascript;base64," + source);
  if (request === undefined) {
    const names = new Set(Object.keys(listeners));
    for (let level = handlers; level && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
      for (const name of Object.getOwnPropertyNames(level)) {
        if (name !== "constructor" && typeof level[name] === "function") names.add(name);
      }
    }
    return { handlers: [...names] };
  }
  const { url, method, headers, body } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  const asked = new Request(url, { method, headers, ...(hasBody ? { body } : {}) });
  let answer;
  if (handlers.fetch) answer = handlers.fetch(asked, env, context);
  else if (listeners.fetch) listeners.fetch({ ...context, request: asked, respondWith(given) { answer = given; } });
  const response = await answer;
  if (!(response instanceof Response)) throw new TypeError("The Worker gave no Response.");
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
})().then(
  (message) => parentPort.postMessage(message),
  (error) => parentPort.postMessage({ error: String(error) }),
);
`;

async function run(
  script: Script,
  request: WorkerRequest | undefined,
  limit: number,
): Promise<Record<string, unknown>> {
  const thread = new Thread(THREAD, {
    eval: true,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
    workerData: { source: script.modules[0]?.base64 ?? "", env: bindingsOf(script), request },
  });
  const timer = setTimeout(() => void thread.terminate(), limit);
  try {
    return await new Promise((resolve, reject) => {
      thread.on("message", (message) => {
        if (typeof message.error === "string") reject(new WorkerError(message.error));
        else resolve(message);
      });
      thread.on("error", (error) => reject(new WorkerError(String(error))));
      thread.on("exit", () => reject(new WorkerError("The Worker exceeded its limits.")));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

/** Text bindings, plain and secret. There is nothing here for the others to lead to. */
function bindingsOf({ metadata: { bindings } }: Script): Readonly<Record<string, string>> {
  if (!Array.isArray(bindings)) return {};
  const texts = bindings.filter(isJson).filter(({ type }) => type === "plain_text" || type === "secret_text");
  return Object.fromEntries(texts.map(({ name, text }) => [String(name), String(text)]));
}
