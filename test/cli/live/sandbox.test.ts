import { sandboxWorld } from "../../../cli/live/sandbox";
import { folderWith, mailHygiene } from "../command";
import { CONTOSO_COM, CONTOSO_NET, cloudWith, ESTATE } from "./live";

describe("the environment of a sandbox", () => {
  const SANDBOX = { MAIL_HYGIENE_SANDBOX: "/tmp/sandbox/work", M365_DNS_SERVER: "127.0.0.1:5353" };

  test("has a name server and a web server for everything; outside of one nothing stands for the world", () => {
    expect(sandboxWorld({ ...SANDBOX, MAIL_HYGIENE_SANDBOX_HTTPS: "127.0.0.1:8443" })).toEqual({
      dns: "127.0.0.1:5353",
      https: { host: "127.0.0.1", port: 8443 },
    });
    expect(sandboxWorld({ M365_DNS_SERVER: "127.0.0.1:5353" })).toEqual({});
  });

  test.each(["192.0.2.1:443", "mta-sts.contoso.com:443", "nothing"])("refuses %s as the web", (server) => {
    expect(() => sandboxWorld({ ...SANDBOX, MAIL_HYGIENE_SANDBOX_HTTPS: server })).toThrow(
      "MAIL_HYGIENE_SANDBOX_HTTPS",
    );
  });

  test("is where verify and spf ask without --resolver", async () => {
    const cloud = await cloudWith({ "contoso.com": CONTOSO_COM, "contoso.net": CONTOSO_NET });
    const before = { ...process.env };
    Object.assign(process.env, { ...SANDBOX, M365_DNS_SERVER: cloud.endpoints.dns });
    try {
      const folder = folderWith({ "estate.yaml": ESTATE });
      const verified = await mailHygiene(folder, "verify", "estate.yaml", "-d", "contoso.net");
      expect(verified.out).toContain("ok  contoso.net  3 records");
      const spf = await mailHygiene(folder, "spf", "contoso.net");
      expect(spf).toMatchObject({ code: 0, out: expect.stringContaining("contoso.net  v=spf1 -all") });
    } finally {
      process.env = before;
      await cloud.close();
    }
  });
});
