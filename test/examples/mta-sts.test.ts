import { runInNewContext } from "node:vm";
import { parsePolicy, resolvePolicy, validateMx } from "mailauth/lib/mta-sts";
import { temporaryFolder } from "../support/temp";
import { dnsOf } from "./dns";
import { EXAMPLES, mailNames, synthesizeExample } from "./example";
import type { PublishedStack } from "./published";

/** Runs a Worker's module and asks it for a path. */
async function ask(source: string, host: string, path: string): Promise<Response> {
  const sandbox = { URL, Response, worker: { fetch: (_: Request): Promise<Response> => Promise.reject() } };
  runInNewContext(source.replace("export default", "worker ="), sandbox);
  return sandbox.worker.fetch(new Request(`https://${host}${path}`));
}

function exchanges(stack: PublishedStack, domain: string): readonly string[] {
  return stack.records
    .filter(({ name, type }) => type === "MX" && name === domain)
    .map(({ data }) => data.replace(/^\d+ /, ""));
}

describe.each(EXAMPLES)("MTA-STS in the %s example, judged by mailauth", (example) => {
  test("every declared policy is announced, served in its declared mode, and covers every MX", async () => {
    const stacks = await synthesizeExample(example, temporaryFolder());
    const resolver = dnsOf(stacks.flatMap(({ records }) => records));
    const declared = mailNames(example).filter(({ options }) => options.mtaSts);
    for (const { name, options } of declared) {
      const id = await resolvePolicy(name, { resolver, strict: true });
      expect({ name, id }).toEqual({ name, id: expect.stringMatching(/^[0-9A-Za-z]{1,32}$/) });

      const host = `mta-sts.${name}`;
      const stack = stacks.find(({ workers }) => workers.has(host));
      if (!stack) throw new Error(`nobody serves ${host}`);
      const answer = await ask(stack.workers.get(host) ?? "", host, "/.well-known/mta-sts.txt");
      expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
      const policy = parsePolicy(await answer.text(), { strict: true });
      expect(policy).toMatchObject({
        mode: options.mtaSts?.mode,
        maxAge: options.mtaSts?.maxAge ?? 604_800,
      });

      const hosts = exchanges(stack, name);
      expect(hosts.length).toBeGreaterThan(0);
      for (const mx of hosts) expect({ mx, ...validateMx(mx, policy) }).toMatchObject({ mx, valid: true });
      expect(validateMx("mx.stranger.example", policy)).toMatchObject({ valid: false });
    }
    const announced = stacks.flatMap(({ records }) => records.filter(({ name }) => /^_mta-sts\./.test(name)));
    expect(announced).toHaveLength(declared.length);
  });

  test("the server has nothing but the policy", async () => {
    const stacks = await synthesizeExample(example, temporaryFolder());
    for (const [host, source] of stacks.flatMap(({ workers }) => [...workers])) {
      expect((await ask(source, host, "/")).status).toBe(404);
    }
  });
});

test("two policies have one id exactly when they are the same policy", async () => {
  const stacks = await synthesizeExample("group", temporaryFolder());
  const resolver = dnsOf(stacks.flatMap(({ records }) => records));
  const seen = new Map<string, string>();
  for (const [host, source] of stacks.flatMap(({ workers }) => [...workers])) {
    const id = String(await resolvePolicy(host.replace("mta-sts.", ""), { resolver, strict: true }));
    const text = await (await ask(source, host, "/.well-known/mta-sts.txt")).text();
    expect(seen.get(id) ?? text).toBe(text);
    seen.set(id, text);
  }
  expect(new Set(seen.values()).size).toBe(seen.size);
});
