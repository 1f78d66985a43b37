import type { GraphObject } from "../../../provider/graph/types";
import { m365 } from "../../../provider/provider";
import { type Bench, bench, refused } from "../objects/support";

const { dataSources } = m365("0.0.0");

let tenant: Bench;
let dnsAnswer: object;

beforeEach(async () => {
  tenant = await bench({ domains: ["contoso.com"], users: [{ userPrincipalName: "ann@contoso.com" }] });
  dnsAnswer = { values: [] };
  Object.assign(tenant.client, { dns: { ask: async () => dnsAnswer } });
});

afterEach(() => tenant.emulator.close());

/** Graph answers so from now on, as no emulated tenant does. */
function answers(body: object, path: RegExp, method = "GET"): void {
  const aim = { service: "graph", method, path } as const;
  tenant.emulator.control.order({ kind: "answer", body }, Number.POSITIVE_INFINITY, aim);
}

/** Graph lists these rows at that path. */
const listed = (path: RegExp, rows: readonly GraphObject[]) => answers({ value: rows }, path);

/** What an attribute says of a value. */
function ruleOf(attribute: { readonly options: object } | undefined) {
  const { validate } = (attribute?.options ?? {}) as { validate?(value: number): string | undefined };
  if (!validate) throw new Error("the attribute takes every value");
  return validate;
}

function domainAt(name: string) {
  const domain = tenant.emulator.state.domains.get(name);
  if (!domain) throw new Error(`${name} is not there`);
  return domain;
}

describe("directory synchronization", () => {
  const sync = (config: object = {}) =>
    dataSources.m365_directory_sync?.read(
      config as never,
      { client: tenant.client, signal: new AbortController().signal } as never,
    ) as Promise<Record<string, unknown>>;
  const runs = (minutes: number) => {
    const last = new Date(tenant.clock.now() - minutes * 60_000).toISOString();
    tenant.emulator.state.synchronization = { enabled: true, last };
  };

  it("has an age in whole minutes, from one", () => {
    const validate = ruleOf(dataSources.m365_directory_sync?.attributes.max_age);
    expect([1, 0, 1.5].map((value) => validate(value))).toEqual([
      undefined,
      "got 0; expected whole minutes, 1 or more",
      "got 1.5; expected whole minutes, 1 or more",
    ]);
  });

  it.each([null, "soon"])("is not taken for good where its last run is %p", async (last) => {
    tenant.emulator.state.synchronization = { enabled: true, last };
    expect(await sync()).toMatchObject({
      passed: false,
      problems: ["synchronization is on, and when it last ran is not shown"],
    });
  });

  it("that is still to come means a wrong clock", async () => {
    runs(-30);
    expect(await sync()).toMatchObject({
      passed: false,
      problems: [expect.stringContaining("which is still to come: one of the clocks is wrong")],
    });
  });

  it("names twenty users that collide, by what is known of them, and counts the rest", async () => {
    runs(1);
    const conflict = [{ category: "PropertyConflict", propertyCausingError: "mail" }];
    listed(/\/users\?/, [
      { id: "", userPrincipalName: null },
      { id: "00-id", onPremisesProvisioningErrors: [{ category: "PropertyConflict" }] },
      ...Array.from({ length: 20 }, (_, at) => ({
        userPrincipalName: `user${10 + at}@contoso.com`,
        onPremisesProvisioningErrors: conflict,
      })),
    ]);
    const { provisioning_errors, problems } = await sync();
    expect(provisioning_errors).toHaveLength(20);
    expect(provisioning_errors).toEqual(
      expect.arrayContaining(["00-id (?)", "? (?)", "user10@contoso.com (mail)"]),
    );
    expect(problems).toEqual([expect.stringMatching(/user27@contoso\.com \(mail\), and 2 more$/)]);
  });

  it("misses a premium licence that is suspended", async () => {
    runs(1);
    listed(/subscribedSkus/, [
      {
        capabilityStatus: "Suspended",
        servicePlans: [{ servicePlanName: "AAD_PREMIUM", provisioningStatus: "Success" }],
      },
    ]);
    expect(await sync({ licensed: true })).toMatchObject({
      passed: false,
      problems: ["no Entra ID P1 or P2 is there, which users need for password writeback"],
    });
  });

  it.each([0, 2])("is not read of %p organizations", async (count) => {
    listed(/\/organization\?/, Array(count).fill({ id: "one" }));
    expect((await refused(sync())).told).toContain(`Graph shows ${count} organizations where there is one`);
  });

  it("names the permission that it lacks, and no other", async () => {
    const fail = { kind: "fail", status: 403, message: "not for you" } as const;
    tenant.emulator.control.order(fail, 1, { service: "graph", path: /organization/ });
    const { told } = await refused(sync());
    expect(told).toContain("not for you; the application needs Organization.Read.All (");
    expect(told).not.toContain("Domain.Read.All");
  });
});

describe("a domain in the tenant", () => {
  it("is taken up with its proof, without one below a verified domain, and not where it is not", async () => {
    tenant.emulator.state.addDomain("fabrikam.com", { isVerified: false });
    tenant.emulator.state.addDomain("news.contoso.com");
    expect(await tenant.import("m365_domain", "Fabrikam.com")).toEqual({
      domain: "fabrikam.com",
      remove_on_destroy: false,
      verification_txt: expect.stringMatching(/^MS=ms\d+$/),
      id: "fabrikam.com",
    });
    expect(await tenant.import("m365_domain", "news.contoso.com")).toMatchObject({ verification_txt: null });
    expect(await tenant.import("m365_domain", "adatum.com")).toBeNull();
  });

  it("that is gone is no longer there, and needs no removal", async () => {
    const state = { domain: "adatum.com", remove_on_destroy: true, id: "adatum.com" };
    expect(await tenant.read("m365_domain", state)).toBeNull();
    await tenant.remove("m365_domain", state);
    expect(tenant.emulator.control.log.some(({ method }) => method === "DELETE")).toBe(false);
  });

  it("whose proof is not shown is kept as it was added", async () => {
    listed(/verificationDnsRecords/, []);
    const { told, kept } = await refused(tenant.create("m365_domain", { domain: "fabrikam.com" }));
    expect(told).toContain("Graph gives no TXT record to verify it by after 120 seconds");
    expect(kept).toEqual({ domain: "fabrikam.com", remove_on_destroy: false, id: "fabrikam.com" });
    expect(tenant.emulator.state.domains.has("fabrikam.com")).toBe(true);
  });

  it("that is in use names twenty, by what each is called, and counts the rest", async () => {
    listed(/domainNameReferences/, [
      { "@odata.type": "#microsoft.graph.group", mail: "all@contoso.com" },
      { "@odata.type": "#microsoft.graph.application", displayName: "App" },
      { id: "0-1" },
      ...Array.from({ length: 19 }, (_, at) => ({
        "@odata.type": "#microsoft.graph.user",
        userPrincipalName: `user${10 + at}@contoso.com`,
      })),
    ]);
    const state = { domain: "contoso.com", remove_on_destroy: true, id: "contoso.com" };
    const { told } = await refused(tenant.remove("m365_domain", state));
    expect(told).toContain("contoso.com is in use by 22, and stays in the tenant");
    expect(told).toContain("application App\ngroup all@contoso.com\nobject 0-1\nuser user10@contoso.com");
    expect(told).toContain("… and 2 more");
  });
});

describe("a verified domain", () => {
  const create = (domain: string, more: object = {}) =>
    tenant.create("m365_verified_domain", { domain, timeout: 0, ...more });

  it("has mail, and is there only as long as it is verified", async () => {
    expect(await tenant.import("m365_verified_domain", "Contoso.com")).toEqual({
      domain: "contoso.com",
      timeout: 1800,
      id: "contoso.com",
    });
    const state = await create("contoso.com");
    expect(await tenant.read("m365_verified_domain", state)).toEqual(state);
    domainAt("contoso.com").isVerified = false;
    expect(await tenant.read("m365_verified_domain", state)).toBeNull();
    expect(await tenant.import("m365_verified_domain", "contoso.com")).toBeNull();
  });

  it("is refused where the tenant has no such domain", async () => {
    expect((await refused(create("adatum.com"))).told).toContain("adatum.com is no domain of this tenant");
  });

  it("is not asked for again after a refusal that no waiting mends", async () => {
    tenant.emulator.state.addDomain("fabrikam.com", { isVerified: false });
    tenant.emulator.control.order({ kind: "fail", status: 403, message: "not for you" }, 1, {
      service: "graph",
      path: /verify$/,
    });
    await expect(create("fabrikam.com", { timeout: 60 })).rejects.toThrow("not for you");
    expect(tenant.emulator.control.log.filter(({ path }) => path.endsWith("/verify"))).toHaveLength(1);
  });

  it("is done where the answer to the request got lost", async () => {
    tenant.emulator.state.addDomain("fabrikam.com", { isVerified: false });
    const proof = String((await tenant.import("m365_domain", "fabrikam.com"))?.verification_txt);
    tenant.emulator.dns.publishText("fabrikam.com", proof);
    tenant.emulator.control.order({ kind: "break", carriedOut: true }, 1, {
      service: "graph",
      path: /verify$/,
    });
    expect(await create("fabrikam.com")).toMatchObject({ id: "fabrikam.com" });
  });

  it("is not verified where Graph takes the request, gives no record, and never does it", async () => {
    tenant.emulator.state.addDomain("fabrikam.com", { isVerified: false });
    listed(/verificationDnsRecords/, []);
    answers({}, /\/verify$/, "POST");
    const { told } = await refused(create("fabrikam.com"));
    expect(told).toContain("Wanted: fabrikam.com TXT (Graph gives none): DNS has nothing.");
    expect(told).not.toContain("Graph: ");
  });

  it("waits for mail and for Exchange no longer than it may", async () => {
    domainAt("contoso.com").supportedServices = [];
    answers({}, /\/domains\//, "PATCH");
    expect((await refused(create("contoso.com"))).told).toContain("contoso.com has no service Email yet");
    domainAt("contoso.com").supportedServices = ["Email"];
    tenant.emulator.state.acceptedDomains.remove("contoso.com");
    expect((await refused(create("contoso.com"))).told).toContain("Exchange Online does not have it yet");
  });
});
