import { type Api, startApi } from "./api";

const POLICY =
  "version: STSv1\nmode: testing\nmx: contoso-com.mail.protection.outlook.com\nmax_age: 604800\n";
const CODE = `export default { fetch() { return new Response(${JSON.stringify(POLICY)}) } }`;

let api: Api;
let account: string;

beforeEach(async () => {
  api = await startApi();
  account = `accounts/${api.zone.accountId}/workers`;
});

afterEach(() => api.close());

/** As the Terraform provider uploads: the module under its file name, then the metadata. */
function upload(code = CODE, metadata: object = {}): FormData {
  const form = new FormData();
  form.append("worker.js", new Blob([code], { type: "application/javascript+module" }), "worker.js");
  const all = {
    compatibility_date: "2025-01-01",
    logpush: false,
    main_module: "worker.js",
    usage_model: "standard",
  };
  form.append("metadata", new Blob([JSON.stringify({ ...all, ...metadata })], { type: "application/json" }));
  return form;
}

const attach = (body: object = {}) =>
  api.call("PUT", `${account}/domains`, {
    environment: "production",
    hostname: "mta-sts.contoso.com",
    service: "mta-sts",
    zone_id: api.zone.id,
    ...body,
  });

describe("scripts", () => {
  test("an upload is shown with the handlers that its code has", async () => {
    expect(await api.result("PUT", `${account}/scripts/mta-sts`, upload())).toMatchObject({
      id: "mta-sts",
      etag: expect.stringMatching(/^[0-9a-f]{64}$/),
      handlers: ["fetch"],
      has_modules: true,
      compatibility_date: "2025-01-01",
      usage_model: "standard",
    });
    expect(await api.result("GET", `${account}/services/mta-sts`)).toMatchObject({
      id: "mta-sts",
      default_environment: { environment: "production", script: { id: "mta-sts", handlers: ["fetch"] } },
    });
  });

  test("the text of a secret is never shown again, as the provider expects", async () => {
    const bindings = [
      { type: "plain_text", name: "MODE", text: "testing" },
      { type: "secret_text", name: "KEY", text: "s3cret" },
    ];
    await api.call("PUT", `${account}/scripts/mta-sts`, upload(CODE, { bindings }));
    const settings = await api.result("GET", `${account}/scripts/mta-sts/settings`);
    expect(settings.bindings).toEqual([bindings[0], { type: "secret_text", name: "KEY" }]);
  });

  test("its settings have observability, also where the upload has not", async () => {
    await api.call("PUT", `${account}/scripts/mta-sts`, upload());
    const settings = await api.result("GET", `${account}/scripts/mta-sts/settings`);
    expect(settings).toMatchObject({ bindings: [], logpush: false, observability: { enabled: false } });
  });

  test("its content comes back as the first part of a form", async () => {
    await api.call("PUT", `${account}/scripts/mta-sts`, upload());
    const response = await api.raw("GET", `${account}/scripts/mta-sts/content/v2`);
    const [[name, part] = []] = [...(await response.formData())];
    expect(name).toBe("worker.js");
    expect(part instanceof File && (await part.text())).toBe(CODE);
  });

  test.each([
    ["code that does not parse", () => upload("export default {"), 10_021],
    ["code that throws", () => upload("throw new Error('no')"), 10_021],
    ["a main module that is missing", () => upload(CODE, { main_module: "other.js" }), 10_021],
    ["a body that is no form", () => ({ main_module: "worker.js" }), 10_001],
  ])("%s is refused", async (_, body, code) => {
    expect(await api.call("PUT", `${account}/scripts/mta-sts`, body())).toMatchObject({
      status: 400,
      errors: [{ code }],
    });
    expect((await api.call("GET", `${account}/services/mta-sts`)).status).toBe(404);
  });

  test("a script that is gone takes its custom domain along", async () => {
    await api.call("PUT", `${account}/scripts/mta-sts`, upload());
    await attach();
    await api.call("DELETE", `${account}/scripts/mta-sts`);
    expect((await api.call("GET", `${account}/domains`)).result).toEqual([]);
    expect((await api.records("GET", "")).result).toEqual([]);
    expect(await api.call("DELETE", `${account}/scripts/mta-sts`)).toMatchObject({
      status: 404,
      errors: [{ code: 10_007 }],
    });
  });
});

describe("custom domains", () => {
  beforeEach(async () => {
    await api.call("PUT", `${account}/scripts/mta-sts`, upload());
  });

  test("make the host's record and certificate, and take the record along when they go", async () => {
    const { result } = await attach();
    expect(result).toMatchObject({
      zone_name: "contoso.com",
      hostname: "mta-sts.contoso.com",
      service: "mta-sts",
      environment: "production",
      cert_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect((await api.records("GET", "")).result).toMatchObject([
      {
        type: "AAAA",
        name: "mta-sts.contoso.com",
        content: "100::",
        proxied: true,
        meta: { read_only: true },
      },
    ]);
    const path = `${account}/domains/${Reflect.get(Object(result), "id")}`;
    expect(await api.result("GET", path)).toEqual(result);
    expect((await attach()).result).toEqual(result);
    await api.call("DELETE", path);
    expect((await api.records("GET", "")).result).toEqual([]);
    expect((await api.call("GET", path)).status).toBe(404);
  });

  test("the record they made cannot be changed by itself", async () => {
    await attach();
    const [{ id } = { id: "" }] = (await api.records("GET", "")).result as { id: string }[];
    expect((await api.records("DELETE", `/${id}`)).status).toBe(400);
    expect((await api.records("GET", `/${id}`)).status).toBe(200);
  });

  test("an address record of the host is in the way", async () => {
    await api.records("POST", "", { type: "A", name: "mta-sts", content: "192.0.2.1", ttl: 1 });
    expect(await attach()).toMatchObject({
      status: 409,
      errors: [
        {
          code: 100_117,
          message:
            "Hostname 'mta-sts.contoso.com' already has externally managed DNS records (A, CNAME, etc). Delete them first or try a different hostname.",
        },
      ],
    });
  });

  test.each([
    [{ hostname: "mta-sts.fabrikam.com" }, 400],
    [{ service: "other" }, 404],
    [{ zone_id: "ffffffffffffffffffffffffffffffff" }, 400],
  ])("%j is refused", async (body, status) => {
    expect((await attach(body)).status).toBe(status);
  });
});

test("routes are kept by pattern", async () => {
  await api.call("PUT", `${account}/scripts/mta-sts`, upload());
  const path = `zones/${api.zone.id}/workers/routes`;
  const body = { pattern: "mta-sts.contoso.com/*", script: "mta-sts" };
  const route = await api.result("POST", path, body);
  expect(route).toMatchObject(body);
  expect((await api.call("POST", path, body)).errors).toMatchObject([{ code: 10_020 }]);
  expect((await api.call("POST", path, { pattern: "fabrikam.com/*" })).status).toBe(400);
  expect((await api.call("POST", path, { pattern: "contoso.com/*", script: "none" })).status).toBe(400);
  const changed = { pattern: "contoso.com/*", script: "mta-sts" };
  expect(await api.result("PUT", `${path}/${route.id}`, changed)).toMatchObject(changed);
  expect((await api.call("GET", path)).result).toEqual([{ id: route.id, ...changed }]);
  await api.call("DELETE", `${path}/${route.id}`);
  expect((await api.call("GET", `${path}/${route.id}`)).status).toBe(404);
});
