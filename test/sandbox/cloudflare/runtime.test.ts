import { fetchFrom, handlersOf } from "../../../sandbox/cloudflare/workers/runtime";
import type { Script } from "../../../sandbox/cloudflare/workers/worker-store";

function script(code: string, metadata: Script["metadata"] = {}): Script {
  return {
    accountId: "01a7362d577a6c3019a474fd6f485823",
    name: "worker",
    modules: [
      {
        name: "worker.js",
        type: "application/javascript+module",
        base64: Buffer.from(code).toString("base64"),
      },
    ],
    metadata,
    handlers: [],
    createdOn: "2026-11-26T00:00:00.000000Z",
    modifiedOn: "2026-11-26T00:00:00.000000Z",
  };
}

const request = {
  url: "https://mta-sts.contoso.com/",
  method: "POST",
  headers: [["x-sent", "yes"]],
  body: Buffer.from("body"),
} as const;

test("handlers are those of an object, of a class, and of listeners", async () => {
  expect(await handlersOf(script("export default { fetch() {}, scheduled() {} }"))).toEqual([
    "fetch",
    "scheduled",
  ]);
  const entry = "class Entry { email() {} fetch() {} } export default new Entry();";
  expect(await handlersOf(script(entry))).toEqual(["email", "fetch"]);
  expect(await handlersOf(script("addEventListener('fetch', () => {})"))).toEqual(["fetch"]);
});

test("the handler gets request and text bindings, and gives status, headers and body", async () => {
  const code = `export default { async fetch(request, env) {
    const told = [request.method, request.headers.get("x-sent"), await request.text(), env.GREETING].join(" ");
    return new Response(told, { status: 202, headers: { "x-given": "too" } });
  } }`;
  const bindings = [{ type: "plain_text", name: "GREETING", text: "hello" }];
  const { status, headers, body } = await fetchFrom(script(code, { bindings }), request);
  expect([status, headers["x-given"], Buffer.from(body).toString()]).toEqual([
    202,
    "too",
    "POST yes body hello",
  ]);
});

test.each([
  ["that never ends", "export default { fetch() { for (;;); } }", "The Worker exceeded its limits."],
  [
    "that eats all memory",
    "export default { fetch() { const all = []; for (;;) all.push(new Array(1e6).fill({})); } }",
    /memory|limits/,
  ],
  ["that gives something else", "export default { fetch: () => 'text' }", "The Worker gave no Response."],
  [
    "that ends its thread",
    "export default { fetch() { process.exit(0); } }",
    "The Worker exceeded its limits.",
  ],
])("a Worker %s is stopped by itself", async (_, code, message) => {
  await expect(fetchFrom(script(code), request, 1000)).rejects.toThrow(message);
});

test("the sandbox's environment is not the Worker's", async () => {
  const { body } = await fetchFrom(
    script("export default { fetch: () => new Response(String(Object.keys(process.env).length)) }"),
    request,
  );
  expect(Buffer.from(body).toString()).toBe("0");
});
