import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { openLdap } from "../../../observe/active-directory/ldap";

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
