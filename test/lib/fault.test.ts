import { formatFault } from "../../lib/fault";

test("a record that ends in a semicolon is in quotes, so that a fault's own semicolons are none of it", () => {
  expect(
    formatFault({
      path: ["domains", "contoso.com", "dmarc"],
      message: "a policy that only watches",
      received: "v=DMARC1; p=none;",
      expected: "p=reject;",
      fix: "write policy: reject",
    }),
  ).toBe(
    'domains["contoso.com"].dmarc: a policy that only watches, got "v=DMARC1; p=none;"; expected "p=reject;"; write policy: reject',
  );
  expect(formatFault({ message: "an alias", received: "CNAME mx.contoso.net", expected: "an address" })).toBe(
    "an alias, got CNAME mx.contoso.net; expected an address",
  );
});
