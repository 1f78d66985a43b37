import { cloudflareStandIn } from "../../../sandbox/providers/cloudflare/provider";
import { Workspace } from "../../provider/plugin/support/terraform-run";
import { type CloudflareApi, startCloudflare } from "./support/cloudflare-api";
import { printedSchemas, told } from "./support/printed";

const ACCOUNT = "01a7362d577a6c3019a474fd6f485823";
const SOURCE = "registry.terraform.io/cloudflare/cloudflare";

let api: CloudflareApi;
const opened: Workspace[] = [];

beforeEach(async () => {
  api = await startCloudflare();
});
afterEach(async () => {
  for (const workspace of opened.splice(0)) workspace.close();
  await api.close();
});

/** Terraform with the stand-in, in this environment or the emulator's. */
function workspace(env: Readonly<Record<string, string>> = api.env): Workspace {
  const made = new Workspace(cloudflareStandIn({ env }), SOURCE);
  opened.push(made);
  return made;
}

const ZONE = `resource "cloudflare_zone" "contoso" {
  account = { id = "${ACCOUNT}" }
  name    = "contoso.com"
  type    = "full"
}`;

function record(name: string, attributes: string): string {
  return `resource "cloudflare_dns_record" "${name}" {
  zone_id = cloudflare_zone.contoso.id
  ttl     = 3600
  proxied = false
  ${attributes}
}`;
}

const spf = (content = '"v=spf1 include:spf.protection.outlook.com -all"') =>
  record("spf", `type = "TXT"\n  name = "contoso.com"\n  content = ${JSON.stringify(content)}`);
const MX = record(
  "mx",
  'type = "MX"\n  name = "contoso.com"\n  priority = 0\n  content = "contoso-com.mail.protection.outlook.com"',
);
const CAA = record(
  "caa",
  'type = "CAA"\n  name = "contoso.com"\n  data = { flags = 0, tag = "issue", value = "letsencrypt.org" }',
);
const TLSA = record(
  "tlsa",
  'type = "TLSA"\n  name = "_25._tcp.mx.contoso.com"\n  data = { usage = 3, selector = 1, matching_type = 1, certificate = "abcd" }',
);
const dkim = (target: string) =>
  record("dkim", `type = "CNAME"\n  name = "selector1._domainkey.contoso.com"\n  content = "${target}"`);

function writes(): readonly string[] {
  return api
    .requests()
    .filter((request) => !request.startsWith("GET "))
    .map((one) => one.replace(/[0-9a-f]{32}/g, "…"));
}

test("records are made with the bodies of the real provider, and the second plan is empty", async () => {
  const terraform = workspace();
  await terraform.apply(
    [ZONE, spf(), MX, CAA, TLSA, dkim("selector1-contoso-com._domainkey.contoso.onmicrosoft.com")].join("\n"),
  );
  expect([...writes()].sort()).toEqual([
    'POST zones {"account":{"id":"…"},"name":"contoso.com","paused":false,"type":"full"}',
    'POST zones/…/dns_records {"content":"\\"v=spf1 include:spf.protection.outlook.com -all\\"","name":"contoso.com","proxied":false,"ttl":3600,"type":"TXT"}',
    'POST zones/…/dns_records {"content":"contoso-com.mail.protection.outlook.com","name":"contoso.com","priority":0,"proxied":false,"ttl":3600,"type":"MX"}',
    'POST zones/…/dns_records {"content":"selector1-contoso-com._domainkey.contoso.onmicrosoft.com","name":"selector1._domainkey.contoso.com","proxied":false,"ttl":3600,"type":"CNAME"}',
    'POST zones/…/dns_records {"data":{"certificate":"abcd","matching_type":1,"selector":1,"usage":3},"name":"_25._tcp.mx.contoso.com","proxied":false,"ttl":3600,"type":"TLSA"}',
    'POST zones/…/dns_records {"data":{"flags":0,"tag":"issue","value":"letsencrypt.org"},"name":"contoso.com","proxied":false,"ttl":3600,"type":"CAA"}',
  ]);
  expect(await terraform.actions()).toEqual({});
  expect(await terraform.values("cloudflare_dns_record.caa")).toMatchObject({
    content: '0 issue "letsencrypt.org"',
  });
  api.traffic.log.length = 0;
  await terraform.ok("destroy", "-auto-approve");
  expect(writes()).toHaveLength(6);
});

test("a record changes in place, is fixed after drift, and is made anew when someone deleted it", async () => {
  const terraform = workspace();
  await terraform.apply(`${ZONE}\n${spf()}`);
  const id = (await terraform.values("cloudflare_dns_record.spf"))?.id;
  const zone = (await terraform.values("cloudflare_zone.contoso"))?.id;
  const path = `zones/${zone}/dns_records/${id}`;

  terraform.configure(`${ZONE}\n${spf('"v=spf1 -all"')}`);
  expect(await terraform.actions()).toEqual({ "cloudflare_dns_record.spf": "update" });
  await terraform.ok("apply", "-auto-approve");
  expect(writes().at(-1)).toBe(
    'PUT zones/…/dns_records/… {"content":"\\"v=spf1 -all\\"","name":"contoso.com","proxied":false,"settings":{},"tags":[],"ttl":3600,"type":"TXT"}',
  );
  expect((await terraform.values("cloudflare_dns_record.spf"))?.id).toBe(id);

  await api.change("PATCH", path, { content: '"v=spf1 +all"' });
  expect(await terraform.actions()).toEqual({ "cloudflare_dns_record.spf": "update" });

  await api.change("DELETE", path);
  expect(await terraform.ok("plan")).toContain(
    "The resource was not found on the server and will be removed from state",
  );
  expect(await terraform.actions()).toEqual({ "cloudflare_dns_record.spf": "create" });
});

test("a record of another zone replaces the one that was", async () => {
  const terraform = workspace();
  await terraform.apply(`${ZONE}\n${spf()}`);
  terraform.configure(
    `${ZONE}\n${spf().replace("cloudflare_zone.contoso.id", '"023e105f4ecef8ad9ca31a8372d0c353"')}`,
  );
  expect(await terraform.actions()).toEqual({ "cloudflare_dns_record.spf": "delete,create" });
});

test("an imported record needs no change", async () => {
  const terraform = workspace();
  await terraform.apply(`${ZONE}\n${CAA}`);
  const id = (await terraform.values("cloudflare_dns_record.caa"))?.id;
  const zone = (await terraform.values("cloudflare_zone.contoso"))?.id;
  await terraform.ok("state", "rm", "cloudflare_dns_record.caa", "cloudflare_zone.contoso");
  await terraform.ok("import", "cloudflare_zone.contoso", String(zone));
  await terraform.ok("import", "cloudflare_dns_record.caa", `${zone}/${id}`);
  expect(await terraform.actions()).toEqual({});
  const { stderr } = await terraform.run("import", "cloudflare_dns_record.caa", String(id));
  expect(stderr).toContain('expected urlencoded segments "<zone_id>/<id>"');
});

test("spellings are seen through as 5.14.0 does: a CNAME's case, a name without its zone; not a dot, not a TXT's quotes", async () => {
  const terraform = workspace();
  await terraform.apply(
    `${ZONE}\n${dkim("Selector1-Contoso-com._domainkey.contoso.onmicrosoft.com")}\n${spf()}`,
  );
  expect(await terraform.actions()).toEqual({});
  terraform.configure(
    `${ZONE}\n${dkim("selector1-contoso-com._domainkey.contoso.onmicrosoft.com").replace("._domainkey.contoso.com", "._domainkey")}\n${spf().replace('"contoso.com"', '"@"')}`,
  );
  expect(await terraform.actions()).toEqual({});
  terraform.configure(
    `${ZONE}\n${dkim("selector1-contoso-com._domainkey.contoso.onmicrosoft.com.")}\n${spf("v=spf1 include:spf.protection.outlook.com -all")}`,
  );
  expect(await terraform.actions()).toEqual({
    "cloudflare_dns_record.dkim": "update",
    "cloudflare_dns_record.spf": "update",
  });
});

const WORKER = `resource "cloudflare_workers_script" "policy" {
  account_id         = "${ACCOUNT}"
  script_name        = "mta--sts-contoso-com"
  main_module        = "policy.js"
  content            = "export default { fetch() { return new Response(\\"version: STSv1\\") } };\\n"
  compatibility_date = "2025-01-01"
  observability      = { enabled = false }
}
resource "cloudflare_workers_custom_domain" "policy" {
  account_id  = "${ACCOUNT}"
  zone_id     = cloudflare_zone.contoso.id
  hostname    = "mta-sts.contoso.com"
  service     = cloudflare_workers_script.policy.script_name
  environment = "production"
}`;

test("a policy's Worker is uploaded, changed in place, and its domain replaced when its host changes", async () => {
  const terraform = workspace();
  await terraform.apply(`${ZONE}\n${WORKER}`);
  const upload = api
    .requests()
    .find((request) => request.startsWith("PUT accounts/") && request.includes("/scripts/"));
  expect(upload?.replace(/--[0-9a-f]{60}/g, "--boundary").split("\r\n")).toEqual([
    `PUT accounts/${ACCOUNT}/workers/scripts/mta--sts-contoso-com --boundary`,
    'Content-Disposition: form-data; name="policy.js"; filename="policy.js"',
    "Content-Type: application/javascript+module",
    "",
    'export default { fetch() { return new Response("version: STSv1") } };\n',
    "--boundary",
    'Content-Disposition: form-data; name="metadata"',
    "Content-Type: application/json",
    "",
    '{"compatibility_date":"2025-01-01","logpush":false,"main_module":"policy.js","observability":{"enabled":false},"usage_model":"standard"}',
    "--boundary--",
  ]);
  expect(await terraform.actions()).toEqual({});
  terraform.configure(
    `${ZONE}\n${WORKER.replace("STSv1", "STSv2").replace("mta-sts.contoso", "mta-sts.mail.contoso")}`,
  );
  expect(await terraform.actions()).toEqual({
    "cloudflare_workers_script.policy": "update",
    "cloudflare_workers_custom_domain.policy": "delete,create",
  });
  await terraform.ok("apply", "-auto-approve");
  expect(await terraform.actions()).toEqual({});
  await api.change("DELETE", `accounts/${ACCOUNT}/workers/scripts/mta--sts-contoso-com`);
  // Cloudflare takes a Worker's domains away with it.
  expect(await terraform.actions()).toEqual({
    "cloudflare_workers_custom_domain.policy": "create",
    "cloudflare_workers_script.policy": "create",
  });
});

test("an imported Worker and its domain need no change", async () => {
  const terraform = workspace();
  await terraform.apply(`${ZONE}\n${WORKER}`);
  const domain = (await terraform.values("cloudflare_workers_custom_domain.policy"))?.id;
  await terraform.ok(
    "state",
    "rm",
    "cloudflare_workers_script.policy",
    "cloudflare_workers_custom_domain.policy",
  );
  await terraform.ok("import", "cloudflare_workers_script.policy", `${ACCOUNT}/mta--sts-contoso-com`);
  await terraform.ok("import", "cloudflare_workers_custom_domain.policy", `${ACCOUNT}/${domain}`);
  expect(await terraform.actions()).toEqual({});
});

test("the deprecated environment of a Worker's domain may be left out, or go, where its changes are ignored", async () => {
  const terraform = workspace();
  const ignored = WORKER.replace(
    /environment = "production"/,
    "lifecycle { ignore_changes = [environment] }",
  );
  await terraform.apply(`${ZONE}\n${WORKER}`);
  expect(await terraform.actions()).toEqual({});
  terraform.configure(`${ZONE}\n${ignored}`);
  expect(await terraform.actions()).toEqual({});
  await terraform.ok("destroy", "-auto-approve");
  await terraform.ok("apply", "-auto-approve");
  expect(await terraform.actions()).toEqual({});
  // Without it the provider would replace the domain in every plan.
  terraform.configure(`${ZONE}\n${ignored.replace(/lifecycle.*/, "")}`);
  expect(await terraform.actions()).toEqual({ "cloudflare_workers_custom_domain.policy": "delete,create" });
});

test("a zone is signed, and the signing taken away before the zone", async () => {
  const terraform = workspace();
  const dnssec = `resource "cloudflare_zone_dnssec" "contoso" {
  zone_id             = cloudflare_zone.contoso.id
  status              = "active"
  dnssec_multi_signer = false
  dnssec_presigned    = false
  dnssec_use_nsec3    = false
  lifecycle { ignore_changes = [status] }
}`;
  await terraform.apply(`${ZONE}\n${dnssec}`);
  expect(await terraform.values("cloudflare_zone_dnssec.contoso")).toMatchObject({
    status: "active",
    flags: 257,
    algorithm: "13",
  });
  expect(await terraform.actions()).toEqual({});
  terraform.configure(`${ZONE}\n${dnssec.replace(/.*ignore_changes.*\n/, "")}`);
  // The API says `pending` until the registrar has the DS record.
  expect(await terraform.actions()).toEqual({ "cloudflare_zone_dnssec.contoso": "update" });
  api.traffic.log.length = 0;
  await terraform.ok("destroy", "-auto-approve");
  expect(writes()).toEqual([
    'PATCH zones/…/dnssec {"status":"disabled"}',
    "DELETE zones/…/dnssec",
    "DELETE zones/…",
  ]);
});

test("a zone is looked up by its name, of which there must be exactly one", async () => {
  const terraform = workspace();
  const look = (name: string) => `data "cloudflare_zone" "found" {
  filter = { name = "${name}", account = { id = "${ACCOUNT}" } }
}
output "zone" { value = data.cloudflare_zone.found.zone_id }
output "account" { value = data.cloudflare_zone.found.account.id }`;
  await terraform.apply(ZONE);
  const zone = (await terraform.values("cloudflare_zone.contoso"))?.id;
  const text = await terraform.apply(`${ZONE}\n${look("contoso.com")}`);
  expect(text).toContain(`zone = "${zone}"`);
  expect(text).toContain(`account = "${ACCOUNT}"`);
  expect(api.requests()).toContain(`GET zones?account.id=${ACCOUNT}&name=contoso.com`);
  terraform.configure(`${ZONE}\n${look("fabrikam.com")}`);
  expect((await terraform.run("plan")).stderr).toContain("failed to find exactly one result");
});

test("what Cloudflare refuses is told with its own answer, and what passes is tried three times", async () => {
  const terraform = workspace();
  terraform.configure(ZONE);
  api.traffic.throttle(1, "0");
  api.traffic.fail(1, { status: 503, retryAfter: "0" });
  await terraform.ok("apply", "-auto-approve");
  expect(writes()).toHaveLength(3);
  await terraform.apply(`${ZONE}\n${MX}`);
  terraform.configure(`${ZONE}\n${MX}\n${MX.replace('"mx"', '"again"')}`);
  const { stderr } = await terraform.run("apply", "-auto-approve");
  expect(stderr).toContain("failed to make http request");
  expect(told(stderr)).toMatch(
    /dns_records": 400 Bad Request .*"code":81058,"message":"An identical record already exists\."/,
  );
});

test("a type or a priority that there is not is told by plan", async () => {
  const terraform = workspace();
  terraform.configure(`${ZONE}\n${MX.replace('"MX"', '"XM"').replace("priority = 0", "priority = 70000")}`);
  const { stderr } = await terraform.run("plan");
  expect(stderr).toContain("Attribute type value must be one of");
  expect(stderr).toContain("Attribute priority value must be between 0 and 65535, got: 70000");
});

test.each([
  [{}, "CLOUDFLARE_BASE_URL is not set"],
  [
    { CLOUDFLARE_BASE_URL: "https://api.cloudflare.com/client/v4" },
    "CLOUDFLARE_BASE_URL is https://api.cloudflare.com;",
  ],
  [
    { CLOUDFLARE_BASE_URL: "http://127.0.0.1.example.com/client/v4" },
    "CLOUDFLARE_BASE_URL is http://127.0.0.1.example.com;",
  ],
])("it refuses to leave this machine: %j", async (env, seen) => {
  const terraform = workspace({ CLOUDFLARE_API_TOKEN: "0123456789abcdef0123456789abcdef01234567", ...env });
  terraform.configure(ZONE);
  const { stderr } = await terraform.run("plan");
  expect(told(stderr)).toContain(
    "the sandbox's stand-in for cloudflare/cloudflare talks to the sandbox only",
  );
  expect(told(stderr)).toContain(seen);
});

test("Terraform prints the very schemas of the real provider", async () => {
  const real = jest.requireActual("../../../sandbox/providers/schemas/cloudflare-5.14.0.json");
  expect(await printedSchemas(workspace(), SOURCE)).toEqual(real.provider_schemas[SOURCE]);
});
