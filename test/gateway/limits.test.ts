import { readOrder, readSaying } from "../../gateway/messages";
import { remaining, retryAfter } from "../../gateway/rate-limit-headers";
import { type Behind, behind } from "./behind";

const RECORDS = 12;
const zonesOf = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    name: `contoso${place}.com`,
    records: Array.from({ length: RECORDS }, (_none, record) => ({
      type: "A",
      name: `host${record}.contoso${place}.com`,
      content: "192.0.2.1",
    })),
  }));

/** What a provider asks for a plan in which nothing changes. @returns the statuses of all answers */
async function planned({ ask, store }: Pick<Behind, "ask" | "store">, zone: string): Promise<number[]> {
  const found = store.zoneNamed(zone);
  if (!found) throw new Error(`no zone ${zone}`);
  const paths = [
    `zones?name=${zone}`,
    ...store.records(found).map(({ id }) => `zones/${found.id}/dns_records/${id}`),
  ];
  const statuses: number[] = [];
  for (const path of paths) statuses.push((await ask("GET", path)).status);
  return statuses;
}

test("100 domains of 12 records are planned with 200 calls: six times as many domains as without fit the limit", async () => {
  const zones = zonesOf(100);
  const api = await behind({ zones, limit: { calls: 200 } });
  try {
    const statuses = await Promise.all(zones.map(({ name }) => planned(api, name)));
    expect(statuses.flat()).toEqual(Array(100 * (RECORDS + 1)).fill(200));
    expect(api.gateway.statistics).toMatchObject({ asked: 1300, made: 200, refused: 0 });
    // Past it the limit is reached at once.
    expect(await planned({ ask: api.direct, store: api.store }, "contoso0.com")).toContain(429);
  } finally {
    await api.close();
  }
});

test("what the API says is left of a limit is kept to, whoever used up the rest", async () => {
  const zones = zonesOf(12);
  const api = await behind({ zones, limit: { calls: 20, seconds: 1 } });
  try {
    // The dashboard, an earlier run.
    for (let call = 0; call < 6; call++) await api.direct("GET", "zones?name=contoso0.com");
    const statuses = await Promise.all(zones.map(({ name }) => planned(api, name)));
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
    expect(api.gateway.statistics).toMatchObject({ made: 24, refused: 0 });
  } finally {
    await api.close();
  }
});

test.each([
  ["120", 120_000],
  [" 0.5 ", 500],
  ["0", 0],
  ["Sat, 28 Nov 2026 06:00:10 GMT", 10_000],
  ["Sat, 28 Nov 2026 05:00:00 GMT", 0],
  ["", undefined],
  ["soon", undefined],
  ["-5", undefined],
])("Retry-After: %s", (text, milliseconds) => {
  const date = Date.parse("2026-11-28T06:00:00Z");
  expect(retryAfter({ "retry-after": text }, date)).toBe(milliseconds);
});

test.each<[string | undefined, ReturnType<typeof remaining>]>([
  ['"default";r=50;t=30', [{ limit: '"default"', calls: 50, milliseconds: 30_000 }]],
  [
    '"burst"; r=0; t=1, "default";t=299;r=1',
    [
      { limit: '"burst"', calls: 0, milliseconds: 1000 },
      { limit: '"default"', calls: 1, milliseconds: 299_000 },
    ],
  ],
  ['"default";r=50', []],
  ['"default";r=-1;t=5', []],
  ["limit=100", []],
  [undefined, []],
])("Ratelimit: %s", (ratelimit, left) => {
  expect(remaining(ratelimit === undefined ? {} : { ratelimit })).toEqual(left);
});

test("its process takes orders and answers with what has their form, and nothing else", () => {
  const open = { do: "open", upstream: "http://127.0.0.1/", secret: "s", calls: 10 } as const;
  expect(readOrder(JSON.stringify(open))).toEqual(open);
  expect(["", "{", "null", '{"do":"open"}', '{"do":"end"}'].map(readOrder)).toEqual(Array(5).fill(undefined));
  expect(readSaying('{"is":"waiting","calls":1,"milliseconds":2}')).toEqual({
    is: "waiting",
    calls: 1,
    milliseconds: 2,
  });
  expect(["", "{", '{"is":"counted"}', '{"is":"open","url":1}'].map(readSaying)).toEqual(
    Array(4).fill(undefined),
  );
});
