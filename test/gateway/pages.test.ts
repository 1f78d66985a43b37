import type { WorldRecord } from "../../lib/world/world";
import { behind } from "./behind";

const many = (count: number): readonly WorldRecord[] =>
  Array.from({ length: count }, (_, place) => ({
    type: "A",
    name: `host${place}.contoso.com`,
    content: "192.0.2.1",
  }));

test("a zone of more than 5,000 records is listed page by page", async () => {
  const api = await behind({ zones: [{ name: "contoso.com", records: many(5001) }] });
  try {
    const { id } = api.zone();
    const last = api.store.records(api.zone()).at(-1)?.id;
    const found = await api.ask("GET", `zones/${id}/dns_records/${last}`);
    expect(JSON.parse(found.text).result.name).toBe("host5000.contoso.com");
    await api.ask("GET", `zones/${id}/dns_records/${api.store.records(api.zone())[0]?.id}`);
    expect(api.calls()).toEqual([
      "GET zones/Z/dns_records?per_page=5000",
      "GET zones/Z/dns_records?per_page=5000&page=2",
    ]);
  } finally {
    await api.close();
  }
});

test("of a zone of more than 20,000 records the records that are asked for are read one by one", async () => {
  const api = await behind({ zones: [{ name: "contoso.com", records: many(20_001) }] });
  try {
    const path = `zones/${api.zone().id}/dns_records/${api.store.records(api.zone())[0]?.id}`;
    await api.ask("GET", path);
    await api.ask("GET", path);
    expect(api.calls()).toEqual([
      "GET zones/Z/dns_records?per_page=5000",
      "GET zones/Z/dns_records/R",
      "GET zones/Z/dns_records/R",
    ]);
  } finally {
    await api.close();
  }
});
