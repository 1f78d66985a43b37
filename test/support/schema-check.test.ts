import { providerSchemas, schemaProblems } from "./schema-check";

const CLOUDFLARE = providerSchemas("cloudflare-5.14.0");
const AZUREAD = providerSchemas("azuread-3.7.0");

const ZONE_ID = "023e105f4ecef8ad9ca31a8372d0c353";
const SPF = { zone_id: ZONE_ID, name: "contoso.com", type: "TXT", ttl: 3600, content: '"v=spf1 -all"' };

/** What is wrong with a configuration that has both providers and these sections. */
function problems(sections: object): readonly string[] {
  const required_providers = {
    cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" },
    azuread: { source: "registry.terraform.io/hashicorp/azuread", version: "3.7.0" },
  };
  return schemaProblems({ terraform: { required_providers }, ...sections }, CLOUDFLARE, AZUREAD);
}

const record = (change: object) =>
  problems({ resource: { cloudflare_dns_record: { Spf: { ...SPF, ...change } } } });
const AT = "resource.cloudflare_dns_record.Spf";

describe("a configuration held against the provider's schema", () => {
  test("a right one has no problems", () => {
    expect(
      problems({
        "//": { metadata: {} },
        provider: { cloudflare: [{ api_token: "${var.token}", alias: "mail" }] },
        data: { cloudflare_zone: { Zone: { filter: { name: "contoso.com", account: { id: "a" } } } } },
        resource: {
          cloudflare_dns_record: {
            Spf: {
              ...SPF,
              "//": {},
              zone_id: "${data.cloudflare_zone.Zone.zone_id}",
              proxied: false,
              tags: ["mail"],
            },
            Mx: {
              ...SPF,
              type: "MX",
              priority: 0,
              comment: null,
              depends_on: ["cloudflare_dns_record.Spf"],
              lifecycle: { prevent_destroy: true, ignore_changes: ["comment"] },
            },
            Caa: { ...SPF, type: "CAA", data: { flags: 0, tag: "issue", value: "letsencrypt.org" } },
          },
          azuread_named_location: {
            Office: { display_name: "Office", ip: [{ ip_ranges: ["192.0.2.0/24"], trusted: true }] },
          },
        },
        import: [{ to: "cloudflare_dns_record.Spf", id: `${ZONE_ID}/1` }],
      }),
    ).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["an unknown argument", { value: "v=spf1 -all" }, `${AT}.value: no such argument`],
    ["a missing required argument", { zone_id: undefined }, `${AT}.zone_id: a required argument is missing`],
    ["a required argument that is null", { type: null }, `${AT}.type: a required argument is missing`],
    [
      "an attribute that only the provider sets",
      { created_on: "2026-01-01" },
      `${AT}.created_on: only the provider sets this`,
    ],
    ["text where a number belongs", { ttl: "3600" }, `${AT}.ttl: a string, not a number`],
    [
      "text around an expression where a number belongs",
      { ttl: "1${var.zeros}" },
      `${AT}.ttl: a string, not a number`,
    ],
    ["a number where text belongs", { content: 1 }, `${AT}.content: a number, not a string`],
    ["text where a boolean belongs", { proxied: "false" }, `${AT}.proxied: a string, not a bool`],
    ["text where a set belongs", { tags: "mail" }, `${AT}.tags: a string, not a set`],
    ["a number within a set of text", { tags: ["mail", 1] }, `${AT}.tags[1]: a number, not a string`],
    ["an unknown argument of a nested attribute", { data: { flag: 0 } }, `${AT}.data.flag: no such argument`],
    [
      "a wrong type within a nested attribute",
      { data: { usage: "3" } },
      `${AT}.data.usage: a string, not a number`,
    ],
    [
      "a list where a nested attribute is single",
      { data: [{ usage: 3 }] },
      `${AT}.data: a list, not an object`,
    ],
    [
      "an unknown lifecycle argument",
      { lifecycle: { prevents_destroy: true } },
      `${AT}.lifecycle.prevents_destroy: no such argument`,
    ],
    [
      "an ignored attribute that is none",
      { lifecycle: { ignore_changes: ["statu"] } },
      `${AT}.lifecycle.ignore_changes: no attribute statu`,
    ],
    [
      "a dependency on nothing",
      { depends_on: ["cloudflare_dns_record.Mx"] },
      `${AT}.depends_on: cloudflare_dns_record.Mx is not declared`,
    ],
    [
      "a reference to nothing",
      { zone_id: "${cloudflare_zone.Zone.id}" },
      `${AT}.zone_id: cloudflare_zone.Zone is not declared`,
    ],
    [
      "an attribute that a resource has not",
      { content: "a ${cloudflare_dns_record.Spf.zone}" },
      `${AT}.content: cloudflare_dns_record.Spf has no attribute zone`,
    ],
  ])("%s is reported", (_, change, problem) => {
    expect(record(change)).toEqual([problem]);
  });

  test("every problem is reported, not the first alone", () => {
    expect(record({ ttl: "1", id: "x", values: [] })).toEqual([
      `${AT}.ttl: a string, not a number`,
      `${AT}.id: only the provider sets this`,
      `${AT}.values: no such argument`,
    ]);
  });

  test("an expression is of any type, and an escaped one is text", () => {
    expect(record({ ttl: "${var.ttl}", tags: "${var.tags}", data: "${var.data}" })).toEqual([]);
    expect(record({ ttl: "$${var.ttl}" })).toEqual([`${AT}.ttl: a string, not a number`]);
    expect(record({ content: '"v=spf1 exists:%%{i}.$${cloudflare_zone.None.id} -all"' })).toEqual([]);
  });

  test("nested blocks are counted and looked into", () => {
    const office = (body: object) => problems({ resource: { azuread_named_location: { Office: body } } });
    const at = "resource.azuread_named_location.Office";
    expect(office({ display_name: "Office", ip: { ip_ranges: ["192.0.2.0/24"] } })).toEqual([]);
    expect(office({ display_name: "Office", ip: { trusted: 1 } })).toEqual([
      `${at}.ip.trusted: a number, not a bool`,
      `${at}.ip.ip_ranges: a required argument is missing`,
    ]);
    expect(office({ display_name: "Office", ip: [{ ip_ranges: [] }, { ip_ranges: [] }] })).toEqual([
      `${at}.ip: 2 blocks, at most 1 wanted`,
    ]);
    expect(
      problems({
        resource: { azuread_conditional_access_policy: { Mfa: { display_name: "x", state: "disabled" } } },
      }),
    ).toEqual(["resource.azuread_conditional_access_policy.Mfa.conditions: 0 blocks, at least 1 wanted"]);
  });

  test("lists and maps of nested attributes are looked into", () => {
    const script = (body: object) =>
      problems({
        resource: {
          cloudflare_workers_script: { Policy: { account_id: "a", script_name: "policy", ...body } },
        },
      });
    const at = "resource.cloudflare_workers_script.Policy";
    expect(
      script({ bindings: [{ name: "x", type: "plain_text", text: 1 }, { type: "plain_text" }] }),
    ).toEqual([
      `${at}.bindings[0].text: a number, not a string`,
      `${at}.bindings[1].name: a required argument is missing`,
    ]);
    expect(script({ observability: {} })).toEqual([
      `${at}.observability.enabled: a required argument is missing`,
    ]);
    expect(script({ migrations: { new_tag: 1 } })).toEqual([
      `${at}.migrations.new_tag: a number, not a string`,
    ]);
  });

  test("what no provider has is reported", () => {
    expect(
      problems({
        resource: { cloudflare_record: { Spf: {} }, azuread_domain: { Main: {} } },
        data: { cloudflare_dns_record: { Spf: {} } },
        provider: { aws: {} },
        resources: {},
      }),
    ).toEqual([
      "resources: no such block",
      "provider.aws: not in required_providers",
      "resource.cloudflare_record: no provider of this configuration has it",
      "resource.azuread_domain: no provider of this configuration has it",
      "data.cloudflare_dns_record: no provider of this configuration has it",
    ]);
  });

  test("a provider's own arguments are held to its schema", () => {
    expect(problems({ provider: { cloudflare: [{}, { api_tokn: "x" }] } })).toEqual([
      "provider.cloudflare.api_tokn: no such argument",
    ]);
  });

  test("names, sources and imports are held to what is there", () => {
    expect(
      schemaProblems(
        {
          terraform: { required_providers: { cloudflare: { source: "clodflare/cloudflare" } } },
          import: [{ to: "cloudflare_dns_record.Spf", id: "x" }],
        },
        CLOUDFLARE,
      ),
    ).toEqual([
      "terraform.required_providers.cloudflare: no schema of registry.terraform.io/clodflare/cloudflare was given",
      "import[0].to: cloudflare_dns_record.Spf is not declared",
    ]);
    expect(problems({ resource: { cloudflare_dns_record: { "news.Spf": SPF } } })).toEqual([
      "resource.cloudflare_dns_record.news.Spf: not a Terraform name",
    ]);
  });
});
