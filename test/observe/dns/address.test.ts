import { formatServer, parseServer } from "../../../observe/dns/address";

test.each([
  ["192.0.2.53", { address: "192.0.2.53", port: 53 }],
  ["127.0.0.1:5353", { address: "127.0.0.1", port: 5353 }],
  ["2001:db8::53", { address: "2001:db8::53", port: 53 }],
  ["[2001:db8::53]:5353", { address: "2001:db8::53", port: 5353 }],
])("%s is the address of a name server, and is written so", (text, server) => {
  expect(parseServer(text)).toEqual({ ok: true, value: server });
  expect(formatServer(server)).toBe(text);
});

test.each([
  "",
  "resolver.contoso.com",
  "192.0.2",
  "192.0.2.53:0",
  "192.0.2.53:65536",
  "[2001:db8::53",
  "::1:x",
])("%j is none", (text) => {
  expect(parseServer(text)).toMatchObject({ ok: false });
});
