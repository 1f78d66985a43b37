import { type Api, startApi } from "./api";

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

afterEach(() => api.close());

const SPF = {
  type: "TXT",
  name: "contoso.com",
  content: '"v=spf1 include:spf.protection.outlook.com -all"',
  ttl: 3600,
  proxied: false,
};

/** The fault of a refused POST, which stands inside error 1004. */
async function refused(body: object): Promise<unknown> {
  const { status, success, result, errors } = await api.records("POST", "", body);
  expect({ status, success, result }).toEqual({ status: 400, success: false, result: null });
  const [error] = errors as { code: number; error_chain?: unknown[] }[];
  return error?.code === 1004 ? error.error_chain : error;
}

async function created(body: object): Promise<Record<string, unknown>> {
  const { errors, result } = await api.records("POST", "", body);
  expect(errors).toEqual([]);
  return result as Record<string, unknown>;
}

describe("a record is shown in full", () => {
  test("a TXT record", async () => {
    expect(await created({ ...SPF, comment: "spf" })).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      ...SPF,
      proxiable: false,
      comment: "spf",
      tags: [],
      settings: {},
      meta: {},
      created_on: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      modified_on: expect.any(String),
    });
  });

  test("an MX record, with its priority", async () => {
    const body = {
      content: "contoso-com.mail.protection.outlook.com",
      name: "contoso.com",
      priority: 0,
      proxied: false,
      ttl: 3600,
      type: "MX",
    };
    expect(await created(body)).toMatchObject({ ...body, proxiable: false });
  });

  test.each([
    [
      "CAA",
      { data: { flags: 0, tag: "issue", value: "letsencrypt.org" } },
      { content: '0 issue "letsencrypt.org"' },
    ],
    [
      "TLSA",
      { data: { certificate: "ABCD", matching_type: 1, selector: 1, usage: 3 } },
      { content: "3 1 1 abcd" },
    ],
    [
      "SRV",
      { data: { priority: 100, weight: 1, port: 5061, target: "sipfed.online.lync.com" } },
      { content: "1 5061 sipfed.online.lync.com", priority: 100 },
    ],
    [
      "CAA",
      { content: '0 iodef "mailto:caa@contoso.com"' },
      { data: { flags: 0, tag: "iodef", value: "mailto:caa@contoso.com" } },
    ],
  ])("a %s record, as parts and as one text", async (type, given, shown) => {
    expect(await created({ type, name: "_x.contoso.com", ttl: 3600, ...given })).toMatchObject(shown);
  });
});

describe("what is sent and what is stored", () => {
  test.each([
    ["name", "@", "contoso.com"],
    ["name", "Mail", "mail.contoso.com"],
    ["name", "mail.contoso.com.", "mail.contoso.com"],
    ["name", "mail.fabrikam.com", "mail.fabrikam.com.contoso.com"],
    ["name", "bücher.contoso.com", "xn--bcher-kva.contoso.com"],
    ["content", '"v=spf1 -all"', '"v=spf1 -all"'],
    ["content", "v=spf1 -all", "v=spf1 -all"],
    ["content", '"a" "b"', '"a" "b"'],
    ["content", `"${"x".repeat(256)}"`, `"${"x".repeat(255)}" "x"`],
    ["content", `"${"x".repeat(254)}\\"y"`, `"${"x".repeat(254)}\\"" "y"`],
    ["content", "x".repeat(256), "x".repeat(256)],
  ])("a TXT record's %s %s becomes %s", async (field, sent, stored) => {
    expect(await created({ ...SPF, [field]: sent })).toMatchObject({ [field]: stored });
  });

  test("a CNAME's target loses its trailing dot and its upper case", async () => {
    const body = {
      type: "CNAME",
      name: "autodiscover.contoso.com",
      content: "Autodiscover.Outlook.com.",
      ttl: 1,
    };
    expect(await created(body)).toMatchObject({ content: "autodiscover.outlook.com", proxiable: true });
  });

  test("a null MX keeps its dot", async () => {
    const body = { type: "MX", name: "contoso.com", content: ".", priority: 0, ttl: 3600 };
    expect(await created(body)).toMatchObject({ content: ".", priority: 0 });
  });

  test("a proxied record has the automatic TTL", async () => {
    const body = { type: "A", name: "www.contoso.com", content: "192.0.2.1", ttl: 300, proxied: true };
    expect(await created(body)).toMatchObject({ ttl: 1, proxied: true });
  });
});

describe("what Cloudflare refuses", () => {
  test.each<[string, object, unknown]>([
    [
      "a name that is none",
      { ...SPF, name: "two words.contoso.com" },
      [{ code: 9000, message: "DNS name is invalid." }],
    ],
    ["no name", { ...SPF, name: undefined }, [{ code: 9000, message: "DNS name is invalid." }]],
    [
      "an address that is none",
      { type: "A", name: "www", content: "192.0.2.256", ttl: 1 },
      [{ code: 9005, message: "Content for A record must be a valid IPv4 address." }],
    ],
    [
      "a short TTL",
      { ...SPF, ttl: 30 },
      [{ code: 9021, message: "TTL must be between 60 and 86400 seconds, or 1 for Automatic." }],
    ],
    [
      "a TTL that is text",
      { ...SPF, ttl: "3600" },
      [{ code: 9022, message: "TTL must be a number, not a string." }],
    ],
    [
      "a mail host that is an address",
      { type: "MX", name: "@", content: "192.0.2.1", priority: 0, ttl: 1 },
      [{ code: 9009, message: "Content for MX record must be a hostname." }],
    ],
    [
      "a mail host without priority",
      { type: "MX", name: "@", content: "mx.contoso.com", ttl: 1 },
      [{ code: 9008, message: "Invalid priority, priority must be set and be between 0 and 65535" }],
    ],
    [
      "a CNAME to itself",
      { type: "CNAME", name: "www", content: "www.contoso.com", ttl: 1 },
      [{ code: 9039, message: "CNAME content cannot reference itself." }],
    ],
    [
      "a proxied TXT record",
      { ...SPF, proxied: true },
      [{ code: 9041, message: "This DNS record cannot be proxied." }],
    ],
    [
      "2,049 characters of TXT",
      { ...SPF, content: "x".repeat(2049) },
      [expect.objectContaining({ message: "Content for TXT record must not exceed 2048 characters." })],
    ],
    [
      "a type that is none",
      { ...SPF, type: "SPX" },
      [{ code: 9004, message: "DNS record type is invalid." }],
    ],
  ])("%s", async (_, body, faults) => {
    expect(await refused(body)).toEqual(faults);
  });

  test("several faults are told at once", async () => {
    expect(await refused({ ...SPF, name: "a b", ttl: 2 })).toMatchObject([{ code: 9000 }, { code: 9021 }]);
  });

  test("an identical record, however its text is quoted", async () => {
    await created(SPF);
    const same = { code: 81058, message: "An identical record already exists." };
    expect(await refused(SPF)).toEqual(same);
    expect(await refused({ ...SPF, content: "v=spf1 include:spf.protection.outlook.com -all" })).toEqual(
      same,
    );
    await created({ ...SPF, content: '"v=spf1 -all"' });
  });

  test("a CNAME and an address at one name", async () => {
    const address = { type: "A", name: "www.contoso.com", content: "192.0.2.1", ttl: 1 };
    const alias = { type: "CNAME", name: "www.contoso.com", content: "contoso.azurewebsites.net", ttl: 1 };
    const { id } = await created(address);
    expect(await refused(alias)).toMatchObject({ code: 81053 });
    expect((await api.records("DELETE", `/${id}`)).result).toEqual({ id });
    await created(alias);
    expect(await refused(address)).toMatchObject({ code: 81054 });
    expect(await refused({ ...alias, content: "fabrikam.azurewebsites.net" })).toMatchObject({ code: 81053 });
  });

  test("more than 8,192 characters of TXT at one name", async () => {
    for (const letter of ["a", "b", "c", "d"]) await created({ ...SPF, content: letter.repeat(2048) });
    expect(await refused({ ...SPF, content: "e" })).toEqual({
      code: 81061,
      message: "Combined content length of records with this name and type must not exceed 8192 characters.",
    });
  });
});

test("PUT takes the place of all values, PATCH of those that are sent", async () => {
  const { id, created_on } = await created({ ...SPF, comment: "spf", tags: ["mail:spf"] });
  const patched = await api.records("PATCH", `/${id}`, { ttl: 300 });
  expect(patched.result).toMatchObject({ ...SPF, ttl: 300, comment: "spf", tags: ["mail:spf"], created_on });
  const { comment: _, ...body } = { ...SPF, comment: "" };
  const put = await api.records("PUT", `/${id}`, body);
  expect(put.result).toMatchObject({ id, ...SPF, comment: null, tags: [] });
});

test("a refused PUT shows its fault alone, and changes nothing", async () => {
  const { id } = await created({ type: "A", name: "www", content: "192.0.2.1", ttl: 1 });
  const { status, errors } = await api.records("PUT", `/${id}`, {
    type: "A",
    name: "www",
    content: "2001:db8::1",
    ttl: 1,
  });
  expect([status, errors]).toEqual([
    400,
    [{ code: 9005, message: "Content for A record must be a valid IPv4 address." }],
  ]);
  expect((await api.records("GET", `/${id}`)).result).toMatchObject({ content: "192.0.2.1" });
});

test("a record that is gone is gone for every method", async () => {
  const { id } = await created(SPF);
  await api.records("DELETE", `/${id}`);
  for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
    const { status, errors } = await api.records(method, `/${id}`, method === "GET" ? undefined : SPF);
    expect([status, errors]).toEqual([404, [{ code: 81044, message: "Record does not exist." }]]);
  }
});

describe("lists", () => {
  const names = async (query: string) => {
    const { result } = await api.records("GET", `?${query}`);
    return (result as { name: string }[]).map(({ name }) => name.replace(/\.?contoso\.com$/, "") || "@");
  };

  beforeEach(async () => {
    await created(SPF);
    await created({ ...SPF, name: "_dmarc", content: '"v=DMARC1; p=reject;"', comment: "policy" });
    await created({ type: "A", name: "www", content: "192.0.2.1", ttl: 1, proxied: true });
  });

  test.each([
    ["", ["www", "_dmarc", "@"]],
    ["type=TXT", ["_dmarc", "@"]],
    ["name=www.contoso.com", ["www"]],
    ["name.contains=dmarc", ["_dmarc"]],
    ["name.startswith=www", ["www"]],
    ["content=192.0.2.1", ["www"]],
    ["content.contains=v=spf1", ["@"]],
    ["comment.present", ["_dmarc"]],
    ["proxied=true", ["www"]],
    ["search=REJECT", ["_dmarc"]],
    ["type=A&name=contoso.com", []],
    ["type=A&name=contoso.com&match=any", ["www", "@"]],
    ["order=name&direction=desc", ["www", "@", "_dmarc"]],
  ])("?%s", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test("pages end in an empty one", async () => {
    const page = async (number: number) => await api.records("GET", `?per_page=2&page=${number}`);
    expect((await page(1)).info).toEqual({ page: 1, per_page: 2, count: 2, total_count: 3, total_pages: 2 });
    expect((await page(2)).result).toHaveLength(1);
    expect(await page(3)).toMatchObject({ success: true, result: [] });
  });
});

test("a batch is carried out as a whole or not at all", async () => {
  const { id } = await created(SPF);
  const dmarc = { ...SPF, name: "_dmarc.contoso.com", content: '"v=DMARC1; p=none"' };
  const failed = await api.records("POST", "/batch", { deletes: [{ id }], posts: [dmarc, dmarc] });
  expect(failed.errors).toMatchObject([{ code: 81058 }]);
  expect((await api.records("GET", "")).result).toMatchObject([{ id }]);
  const { result } = await api.records("POST", "/batch", {
    deletes: [{ id }],
    posts: [dmarc, { ...SPF, content: '"v=spf1 -all"' }],
  });
  expect(result).toMatchObject({ deletes: [{ id }], posts: [dmarc, { content: '"v=spf1 -all"' }] });
});
