import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { callsInWords, waitInWords } from "../../../cli/rollout/calls-in-words";
import { cloudflareGateway } from "../../../cli/rollout/cloudflare-gateway";
import { isProxied } from "../../../cli/rollout/proxied";
import type { RolloutStack } from "../../../rollout/stack";
import { temporaryFolder } from "../../support/temp";

const server = createServer((_, response) => response.end("{}"));
let base = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/client/v4`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function stack(name: string, provider: object | string): RolloutStack {
  const folder = join(temporaryFolder(), name);
  mkdirSync(folder);
  writeFileSync(
    join(folder, "cdk.tf.json"),
    typeof provider === "string" ? provider : JSON.stringify({ provider }),
  );
  return { name, folder, after: [] };
}

const CLOUDFLARE = { cloudflare: [{}] };
const OWN = { cloudflare: [{ base_url: "https://cloudflare.example/v4" }] };

async function opened(stacks: readonly RolloutStack[], env: NodeJS.ProcessEnv = {}, isWanted = true) {
  const told: string[] = [];
  const options = { gateway: isWanted, apiBudget: 1200 };
  const gateway = await cloudflareGateway(stacks, options, { CLOUDFLARE_BASE_URL: base, ...env }, (text) =>
    told.push(text),
  );
  return { gateway, told };
}

test("stacks that use Cloudflare get one, in the place of the address that the environment names", async () => {
  const { gateway, told } = await opened(
    [stack("contoso.com", CLOUDFLARE), stack("microsoft", { azuread: [{}] })],
    { CLOUDFLARE_BASE_URL: `${base}/` },
  );
  const companion = gateway?.companion();
  expect(companion?.env).toEqual({ CLOUDFLARE_BASE_URL: companion?.address.own });
  expect(companion?.address).toEqual({
    own: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/),
    usual: base,
  });
  expect((await fetch(`${companion?.address.own}/zones?page=2`)).status).toBe(200);
  expect(told).toEqual([]);
  companion?.life.destroy();
  for (let left = 200; left > 0 && told.length === 0; left--) await new Promise((r) => setTimeout(r, 20));
  expect(told).toEqual([
    "the gateway before the Cloudflare API has ended; what begins now asks the API itself",
  ]);
  expect(gateway?.companion()).toBeUndefined();
  await gateway?.close();
});

test.each<[string, RolloutStack[], NodeJS.ProcessEnv, boolean, string[]]>([
  ["--no-gateway", [stack("contoso.com", CLOUDFLARE)], {}, false, []],
  ["no stack that uses Cloudflare", [stack("microsoft", { azuread: [{}] })], {}, true, []],
  ["a stack that Terraform will refuse", [stack("contoso.com", "{")], {}, true, []],
  [
    "providers with a base_url of their own",
    [stack("contoso.com", OWN), stack("contoso.net", OWN)],
    {},
    true,
    ["their provider's own base_url is left as it is, outside the budget: contoso.com, contoso.net"],
  ],
  ...[
    ["no URL", "cloudflare", "CLOUDFLARE_BASE_URL is no plain http or https URL"],
    ["another scheme", "file:///client/v4", "CLOUDFLARE_BASE_URL is no plain http or https URL"],
    ["credentials", "http://user:pass@127.0.0.1/", "CLOUDFLARE_BASE_URL is no plain http or https URL"],
    ["a query", "http://127.0.0.1/?a=b", "CLOUDFLARE_BASE_URL is no plain http or https URL"],
    ["nobody behind it", "http://127.0.0.1:1/", "connect ECONNREFUSED 127.0.0.1:1"],
  ].map(([what = "", url, reason]): [string, RolloutStack[], NodeJS.ProcessEnv, boolean, string[]] => [
    `a base URL with ${what}`,
    [stack("contoso.com", CLOUDFLARE)],
    { CLOUDFLARE_BASE_URL: url },
    true,
    [`providers ask the Cloudflare API themselves, without a common budget: ${reason}`],
  ]),
  [
    "a proxy",
    [stack("contoso.com", CLOUDFLARE)],
    { CLOUDFLARE_BASE_URL: "", https_proxy: "http://proxy.example:8080" },
    true,
    [
      "providers ask the Cloudflare API themselves, without a common budget: it is reached by a proxy of the environment",
    ],
  ],
])("%s: none, and it is said where one might be expected", async (_, stacks, env, isWanted, told) => {
  expect(await opened(stacks, env, isWanted)).toEqual({ gateway: undefined, told });
});

test("a base_url of some leaves the gateway to the others, and is said", async () => {
  const { gateway, told } = await opened([stack("contoso.com", CLOUDFLARE), stack("contoso.net", OWN)]);
  expect(gateway?.companion()).toBeDefined();
  expect(told).toEqual(["their provider's own base_url is left as it is, outside the budget: contoso.net"]);
  await gateway?.close();
});

test.each<[url: string, env: NodeJS.ProcessEnv, proxied: boolean]>([
  ["https://api.cloudflare.com", {}, false],
  ["https://api.cloudflare.com", { HTTPS_PROXY: "http://p:1" }, true],
  ["https://api.cloudflare.com", { https_proxy: "http://p:1" }, true],
  ["https://api.cloudflare.com", { HTTP_PROXY: "http://p:1" }, false],
  ["http://api.example", { HTTP_PROXY: "http://p:1" }, true],
  ["http://127.0.0.1:8080", { HTTP_PROXY: "http://p:1" }, false],
  ["https://localhost", { HTTPS_PROXY: "http://p:1" }, false],
  ["https://[::1]", { HTTPS_PROXY: "http://p:1" }, false],
  ["https://api.cloudflare.com", { HTTPS_PROXY: "http://p:1", NO_PROXY: "*" }, false],
  [
    "https://api.cloudflare.com",
    { HTTPS_PROXY: "http://p:1", NO_PROXY: "a.example, .cloudflare.com" },
    false,
  ],
  ["https://api.cloudflare.com", { HTTPS_PROXY: "http://p:1", no_proxy: "CLOUDFLARE.com:443" }, false],
  ["https://api.cloudflare.com", { HTTPS_PROXY: "http://p:1", NO_PROXY: "flare.com,," }, true],
])("%s with %j: proxied %s", (url, env, proxied) => {
  expect(isProxied(new URL(url), env)).toBe(proxied);
});

test("calls are told with what became of them, and only with what did", () => {
  const none = { asked: 3, made: 3, answered: 0, repeated: 0, refused: 0, waited: 0, longestWait: 0 };
  expect(callsInWords(none)).toBe("calls to the Cloudflare API: 3 asked for, 3 made\n");
  expect(
    callsInWords({
      asked: 30,
      made: 11,
      answered: 22,
      repeated: 2,
      refused: 1,
      waited: 4,
      longestWait: 61_200,
    }),
  ).toBe(
    "calls to the Cloudflare API: 30 asked for, 11 made (19 saved); 22 answered from what was read before; " +
      "2 repeated; 1 refused for too many calls; 4 waited, the longest 62 s\n",
  );
  expect(waitInWords(1, 5000, 1200)).toBe(
    "the Cloudflare API's budget (1200 calls in 5 minutes) is used up: 1 call waits, up to 5 s",
  );
  expect(waitInWords(2, 5001, 50)).toMatch(/2 calls wait, up to 6 s$/);
});
