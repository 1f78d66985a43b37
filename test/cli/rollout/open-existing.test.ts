import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { PassThrough } from "node:stream";
import { openExisting } from "../../../cli/rollout/open-existing";
import { writtenBy } from "../../../lib/review/existing/written";
import type { Companion } from "../../../rollout/companion";
import { dnsRecord, planOf, txt } from "../../lib/review/plan-json";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** A Cloudflare whose zones are empty. */
async function api(asked: string[]): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`);
    response.end(JSON.stringify({ success: true, result: [], result_info: { total_pages: 1 } }));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

test("zones are looked at by the way that providers have, as long as there is one, and then by the environment's", async () => {
  const [direct, through]: [string[], string[]] = [[], []];
  const own = `${await api(through)}/secret`;
  const usual = await api(direct);
  const companion: Companion = {
    env: { CLOUDFLARE_BASE_URL: own },
    life: new PassThrough(),
    address: { own, usual },
    patience: 1000,
  };
  let isUp = true;
  const world = openExisting("127.0.0.1:9", { CLOUDFLARE_API_TOKEN: "t", CLOUDFLARE_BASE_URL: usual });
  const existing = world.existing(() => (isUp ? companion : undefined));
  const plan = writtenBy(
    planOf("contoso.com", [dnsRecord("Spf", undefined, txt("contoso.com", "v=spf1 -all"))]),
  );
  try {
    expect(await existing.inTheWayOf([plan])).toEqual([{ collisions: [], unread: [] }]);
    expect([direct, through]).toEqual([
      [],
      [expect.stringMatching(/^Bearer t \/secret\/zones\/\w+\/dns_records\?/)],
    ]);
    isUp = false;
    expect(await existing.inTheWayOf([plan])).toEqual([{ collisions: [], unread: [] }]);
    expect([direct.length, through.length]).toEqual([1, 1]);
  } finally {
    await world.close();
  }
});
