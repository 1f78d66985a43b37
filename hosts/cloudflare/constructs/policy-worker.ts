import type { ServedPolicy } from "../../../constructs/zone/mail-zone";

/**
 * The source of a Worker module that answers one path with one text and everything else with 404.
 * The policy is part of the script, so that a reviewer reads it in the plan.
 */
export function policyWorker(policy: Pick<ServedPolicy, "path" | "body">): string {
  return `const policy = ${JSON.stringify(policy.body)};

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname !== ${JSON.stringify(policy.path)}) return new Response("Not found\\n", { status: 404 });
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response("Method not allowed\\n", { status: 405, headers: { allow: "GET, HEAD" } });
    }
    return new Response(policy, {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "max-age=300" },
    });
  },
};
`;
}
