import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { EqualityFilter } from "ldapts";
import { openLdap } from "../../../observe/active-directory/ldap";
import { Authority } from "../../../sandbox/tls";

/** ExtendedResponse to the first message: unavailable (RFC 4511 §4.12, §4.1.9). */
const UNAVAILABLE = Buffer.from("300c02010178070a013404000400", "hex");

test.each([
  ["says that it knows no TLS", UNAVAILABLE],
  ["says something that is no LDAP", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")],
])("a server that %s is not told the password", async (_words, answer) => {
  const heard: Buffer[] = [];
  const server = createServer((client) => {
    client.on("data", (bytes) => {
      heard.push(Buffer.from(bytes));
      client.write(answer);
    });
    client.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `ldap://127.0.0.1:${port}`;
  await expect(openLdap({ url, user: "reader", password: "s3cret-Pass", timeout: 1000 })).rejects.toThrow();
  server.close();
  const sent = Buffer.concat(heard);
  expect(sent.includes("1.3.6.1.4.1.1466.20037")).toBe(true);
  expect(sent.includes("s3cret-Pass")).toBe(false);
});

/** An LDAPMessage (RFC 4511 §4.1.1) without controls: its identifier, the tag of its operation. */
function heardIn(message: Buffer): { readonly id: number; readonly tag: number } {
  const inside = 2 + ((message[1] ?? 0) & 0x80 ? (message[1] ?? 0) & 0x7f : 0);
  return { id: message[inside + 2] ?? 0, tag: message[inside + 3] ?? 0 };
}

/** An LDAPMessage: its identifier, and all that follows, in hexadecimal. */
function message(id: number, rest: string): Buffer {
  const octets = Buffer.from(`0201${id.toString(16).padStart(2, "0")}${rest}`, "hex");
  return Buffer.concat([Buffer.from([0x30, octets.length]), octets]);
}

/** success, as the answer with this tag. */
const success = (id: number, tag: number, controls = "") =>
  message(id, `${tag.toString(16)}070a010004000400${controls}`);

/** There is another page (RFC 2696). */
const MORE = "a02430220416312e322e3834302e3131333535362e312e342e33313904083006020100040178";

test("a server that agrees to TLS and never begins it is not waited for", async () => {
  const server = createServer((client) => {
    client.once("data", (bytes) => client.write(success(heardIn(bytes).id, 0x78)));
    client.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `ldap://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(openLdap({ url, user: "reader", password: "x", timeout: 50 })).rejects.toThrow(
    "no answer in 0.05 seconds",
  );
  server.close();
});

test("pages without an end are not read without an end", async () => {
  const authority = new Authority();
  let pages = 0;
  const server = createTlsServer({ key: authority.key, cert: authority.cert }, (client) => {
    client.on("data", (bytes) => {
      const { id, tag } = heardIn(bytes);
      if (tag === 0x60) client.write(success(id, 0x61));
      if (tag !== 0x63) return;
      pages += 1;
      // An entry cn=x without attributes, and then that there is more.
      const entry = message(id, "64080404636e3d783000");
      setTimeout(() => client.write(Buffer.concat([entry, success(id, 0x65, MORE)])), 5);
    });
    client.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `ldaps://localhost:${(server.address() as AddressInfo).port}`;
  const ldap = await openLdap({
    url,
    user: "reader",
    password: "x",
    timeout: 5000,
    total: 600,
    authorities: authority.certificate,
  });
  await expect(
    (async () => {
      for await (const _ of ldap.search(
        "DC=contoso,DC=com",
        new EqualityFilter({ attribute: "cn", value: "x" }),
        [],
      ));
    })(),
  ).rejects.toThrow("no end of its answers in 0.6 seconds");
  expect(pages).toBeGreaterThan(5);
  await ldap.close();
  server.close();
});
