import { DnsView } from "../../../../sandbox/microsoft";
import { type GraphClient, graphClient, LITWARE, microsoft, refusal, TENANTS, values } from "../tenants";

const records = async (graph: GraphClient, domain: string, kind = "serviceConfigurationRecords") =>
  values(await graph("GET", `/v1.0/domains/${domain}/${kind}`));

test.each([
  ["contoso.com", "contoso-com.mail.protection.outlook.com"],
  ["my-company.co.uk", "mycompany-co-uk0e.mail.protection.outlook.com"],
])("in the worldwide cloud %s receives mail at %s", async (domain, host) => {
  const [mx, spf, autodiscover] = await records(await graphClient(microsoft()), domain);
  expect(mx).toMatchObject({
    "@odata.type": "#microsoft.graph.domainDnsMxRecord",
    mailExchange: host,
    preference: 0,
  });
  expect(spf?.text).toBe("v=spf1 include:spf.protection.outlook.com -all");
  expect(autodiscover?.canonicalName).toBe("autodiscover.outlook.com");
});

test("in GCC High the host is the tenant's", async () => {
  const [mx, spf] = await records(await graphClient(microsoft(), LITWARE), "litware.us");
  expect(mx?.mailExchange).toBe("litware.mail.protection.office365.us");
  expect(spf?.text).toBe("v=spf1 include:spf.protection.office365.us -all");
});

test("a tenant may have the newer host names", async () => {
  const [tenant] = TENANTS;
  const graph = await graphClient(microsoft(tenant && [{ ...tenant, partitions: { mx: "j" } }]));
  expect((await records(graph, "contoso.com"))[0]?.mailExchange).toBe("contoso-com.j-v1.mx.microsoft");
});

test("a domain is a tenant's once its DNS shows the tenant's proof", async () => {
  const published: string[] = [];
  const dns = new DnsView({
    lookUp: (name, type) => (name === "fabrikam.com" && type === "TXT" ? published : []),
  });
  const graph = await graphClient(microsoft(TENANTS, dns));
  expect(await graph("POST", "/v1.0/domains", { id: "fabrikam.com" })).toMatchObject({
    status: 201,
    body: { isVerified: false, supportedServices: [] },
  });
  expect(refusal(await graph("POST", "/v1.0/domains/fabrikam.com/verify"))).toMatch(
    /^400 .*verification failed/,
  );
  const [proof] = await records(graph, "fabrikam.com", "verificationDnsRecords");
  expect(proof?.text).toMatch(/^MS=ms\d{1,8}$/);
  published.push("v=spf1 -all", String(proof?.text));
  expect(await graph("POST", "/v1.0/domains/fabrikam.com/verify")).toMatchObject({
    status: 200,
    body: { isVerified: true, supportedServices: [] },
  });
  // Below it another is verified at once, and needs no proof.
  expect(await graph("POST", "/v1.0/domains", { id: "mail.fabrikam.com" })).toMatchObject({
    body: { isVerified: true },
  });
  expect(await records(graph, "mail.fabrikam.com", "verificationDnsRecords")).toEqual([]);
  expect((await graph("PATCH", "/v1.0/domains/fabrikam.com", { supportedServices: ["Email"] })).status).toBe(
    204,
  );
  expect((await graph("GET", "/v1.0/domains/fabrikam.com")).body).toMatchObject({
    supportedServices: ["Email"],
  });
  // Another tenant may add it, and cannot have it.
  const other = await graphClient(microsoft(TENANTS, dns), LITWARE);
  expect((await other("POST", "/v1.0/domains", { id: "contoso.com" })).status).toBe(201);
  expect(refusal(await other("POST", "/v1.0/domains/contoso.com/verify"))).toMatch(
    /^400 .*in another directory/,
  );
});

test("the default domain, the initial one and one that users have cannot be removed", async () => {
  const graph = await graphClient(microsoft());
  for (const domain of ["contoso.onmicrosoft.com", "contoso.com"]) {
    expect((await graph("DELETE", `/v1.0/domains/${domain}`)).status).toBe(400);
  }
  expect((await graph("DELETE", "/v1.0/domains/my-company.co.uk")).status).toBe(204);
  expect(refusal(await graph("GET", "/v1.0/domains/my-company.co.uk"))).toMatch(/^404 /);
});
