import { type Api, startApi } from "./api";

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

afterEach(() => api.close());

const ACCOUNT = "01a7362d577a6c3019a474fd6f485823";

test("a zone is found by its name, and the second page is empty", async () => {
  const found = await api.call("GET", "zones?name=contoso.com");
  expect(found.result).toMatchObject([
    { id: api.zone.id, name: "contoso.com", status: "active", paused: false, type: "full" },
  ]);
  expect(await api.call("GET", "zones?name=contoso.com&page=2")).toMatchObject({
    result: [],
    success: true,
    info: { page: 2, per_page: 20, count: 0, total_count: 1, total_pages: 1 },
  });
  expect((await api.call("GET", "zones?name=fabrikam.com")).result).toEqual([]);
});

test("a new zone waits for its delegation", async () => {
  const body = { account: { id: ACCOUNT }, name: "Fabrikam.com", type: "full" };
  const { id } = await api.result("POST", "zones", body);
  expect(await api.result("GET", `zones/${id}`)).toMatchObject({
    name: "fabrikam.com",
    status: "pending",
    account: { id: ACCOUNT },
    name_servers: [expect.stringMatching(/\.ns\.cloudflare\.com$/), expect.any(String)],
  });
  expect((await api.call("GET", `zones?account.id=${ACCOUNT}&status=pending`)).result).toHaveLength(1);
  await api.call("PUT", `zones/${id}/activation_check`);
  expect(await api.result("GET", `zones/${id}`)).toMatchObject({ status: "active" });
  expect((await api.call("POST", "zones", body)).errors).toEqual([
    { code: 1061, message: "fabrikam.com already exists" },
  ]);
  expect(await api.result("PATCH", `zones/${id}`, { paused: true })).toMatchObject({ paused: true });
  expect(await api.result("DELETE", `zones/${id}`)).toEqual({ id });
  expect((await api.call("GET", `zones/${id}`)).status).toBe(404);
});

test("DNSSEC is pending until the registrar has the DS record", async () => {
  const path = `zones/${api.zone.id}/dnssec`;
  expect(await api.result("GET", path)).toMatchObject({ status: "disabled", dnssec_use_nsec3: false });
  const signed = await api.result("PATCH", path, { status: "active" });
  expect(signed).toMatchObject({
    status: "pending",
    algorithm: "13",
    ds: expect.stringMatching(/^contoso\.com\. 3600 IN DS \d+ 13 2 [0-9A-F]{64}$/),
  });
  expect((await api.call("DELETE", path)).status).toBe(400);
  await api.call("PATCH", path, { status: "disabled" });
  expect((await api.call("DELETE", path)).success).toBe(true);
});

describe("who asks", () => {
  test.each([
    [{ authorization: "" }, 400, [{ code: 6003 }]],
    [{ authorization: "Bearer " }, 400, [{ code: 6003, error_chain: [{ code: 6111 }] }]],
    [{ authorization: "Bearer too-short" }, 403, [{ code: 9109, message: "Invalid access token" }]],
  ])("%j is refused", async (headers, status, errors) => {
    expect(await api.call("GET", "zones", undefined, headers)).toMatchObject({
      status,
      errors,
      success: false,
    });
  });

  test("a token of Cloudflare's form is active", async () => {
    expect(await api.result("GET", "user/tokens/verify")).toMatchObject({ status: "active" });
  });
});

describe("paths that lead nowhere", () => {
  test.each([
    ["GET", "zones/ffffffffffffffffffffffffffffffff", 404, 7003],
    ["GET", "zones/ffffffffffffffffffffffffffffffff/dns_records", 404, 7003],
    ["GET", "radar/mail", 404, 7003],
    ["PUT", "zones", 405, 10405],
  ])("%s %s", async (method, path, status, code) => {
    const answer = await api.call(method, path);
    expect(answer).toMatchObject({ status, success: false, result: null });
    expect(answer.errors).toContainEqual({ code, message: expect.any(String) });
  });

  test("a body that is no JSON object", async () => {
    expect(await api.call("POST", "zones", "text")).toMatchObject({ status: 400, errors: [{ code: 9207 }] });
  });
});

test("trouble that was ordered has Cloudflare's own envelope", async () => {
  api.traffic.throttle(1, "3");
  expect(await api.call("GET", "zones")).toMatchObject({ status: 429, errors: [{ code: 971 }] });
  expect((await api.call("GET", "zones")).status).toBe(200);
});
