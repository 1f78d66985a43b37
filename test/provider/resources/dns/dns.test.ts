import { systemDns } from "../../../../provider/resources/dns/dns";
import { type LoopbackNameServer, startNameServer } from "./name-server";

let server: LoopbackNameServer;

beforeEach(async () => {
  server = await startNameServer();
});

afterEach(() => server.close());

describe("asking one server", () => {
  it("gives CNAME, MX and TXT in presentation form, a TXT of several strings as one value", async () => {
    const key = `v=DKIM1; k=rsa; p=${"A".repeat(392)}`;
    server.serve("selector1._domainkey.contoso.com", "CNAME", [
      "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    ]);
    server.serve("contoso.com", "MX", ["0 contoso-com.mail.protection.outlook.com", "10 mx2.contoso.com"]);
    server.serve("s2026._domainkey.contoso.com", "TXT", [key]);
    const dns = systemDns();
    expect(await dns.ask("selector1._domainkey.contoso.com", "CNAME", server.address)).toEqual({
      values: ["selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft"],
    });
    expect(await dns.ask("contoso.com", "MX", server.address)).toEqual({
      values: ["0 contoso-com.mail.protection.outlook.com", "10 mx2.contoso.com"],
    });
    expect(await dns.ask("s2026._domainkey.contoso.com", "TXT", server.address)).toEqual({ values: [key] });
  });

  it("gives the null MX with its dot (RFC 7505)", async () => {
    server.serve("parked.example", "MX", ["0 ."]);
    expect(await systemDns().ask("parked.example", "MX", server.address)).toEqual({ values: ["0 ."] });
  });

  it("takes NXDOMAIN and an empty answer for nothing, a refusal for a failure", async () => {
    server.serve("contoso.com", "TXT", ["v=spf1 -all"]);
    const dns = systemDns();
    expect(await dns.ask("contoso.com", "MX", server.address)).toEqual({ values: [] });
    expect(await dns.ask("fabrikam.com", "MX", server.address)).toEqual({ values: [] });
    server.fail(5);
    expect(await dns.ask("contoso.com", "TXT", server.address)).toEqual({ failure: "EREFUSED" });
  });
});

it("finds the servers of the zone that holds a name, above the labels of the name itself", async () => {
  server.serve("contoso.com", "NS", ["ns2.dns.example", "ns1.dns.example"]);
  server.serve("ns1.dns.example", "A", ["192.0.2.1"]);
  server.serve("ns2.dns.example", "A", ["192.0.2.2"]);
  const dns = systemDns([server.address]);
  expect(await dns.authoritative("selector1._domainkey.contoso.com")).toEqual([
    { name: "ns1.dns.example", address: "192.0.2.1" },
    { name: "ns2.dns.example", address: "192.0.2.2" },
  ]);
  expect(await dns.authoritative("fabrikam.com")).toEqual([]);
});

it("does not go on from label to label when the resolver is out of reach", async () => {
  const closed = await startNameServer();
  await closed.close();
  expect(await systemDns([closed.address]).authoritative("selector1._domainkey.contoso.com")).toEqual([]);
});
