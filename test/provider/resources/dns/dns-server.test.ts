import { readDns } from "../../../../provider/resources/dns/dns-server";
import { startNameServer } from "./name-server";

test("a server on this machine answers every question, whoever was to be asked", async () => {
  const server = await startNameServer();
  try {
    server.serve("contoso.com", "MX", ["0 contoso-com.mail.protection.outlook.com"]);
    const dns = readDns({ M365_DNS_SERVER: server.address });
    if (!dns.ok) throw new Error("refused");
    const authoritative = await dns.value.authoritative("selector1._domainkey.contoso.com");
    expect(authoritative).toEqual([{ name: server.address, address: server.address }]);
    const served = { values: ["0 contoso-com.mail.protection.outlook.com"] };
    expect(await dns.value.ask("contoso.com", "MX")).toEqual(served);
    expect(await dns.value.ask("contoso.com", "MX", "1.1.1.1")).toEqual(served);
    expect(server.questions).toEqual(["contoso.com MX", "contoso.com MX"]);
  } finally {
    await server.close();
  }
});

test.each(["127.0.0.1:53", "127.8.8.8:5353", "[::1]:65535", "", undefined])("%p is taken", (server) => {
  expect(readDns({ M365_DNS_SERVER: server }).ok).toBe(true);
});

test.each([
  "1.1.1.1:53",
  "127.0.0.1",
  "127.0.0.1:0",
  "127.0.0.1:65536",
  "127.0.0.1.evil.example:53",
  "127.1:53",
  "localhost:53",
  "[2606:4700:4700::1111]:53",
  "http://127.0.0.1:53",
])("%p is refused: nothing but this machine may stand for the DNS", (server) => {
  expect(readDns({ M365_DNS_SERVER: server })).toEqual({
    ok: false,
    faults: [
      {
        path: ["M365_DNS_SERVER"],
        message: "only an emulator on this machine may stand for the DNS",
        received: JSON.stringify(server),
        expected: "127.0.0.1:<port> or [::1]:<port>",
      },
    ],
  });
});
