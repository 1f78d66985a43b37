import { certificateNameFault, mailboxFault, senderAddressFault } from "../../../lib/microsoft/connector";

test.each(["192.0.2.25", "192.0.2.0/24", "192.0.2.25/32"])("%s may be a connector's sender", (sender) => {
  expect(senderAddressFault(sender)).toBeUndefined();
});

test.each([
  ["2001:db8::25", "Exchange knows no IPv6 senders on connectors"],
  ["192.0.2.0/23", "a network of /23 is too wide"],
  ["192.0.2.0/33", "not a network"],
  ["192.0.2.0/24/8", "not an address"],
  ["mail.contoso.com", "not an address"],
])("%s may not: %s", (sender, message) => {
  expect(senderAddressFault(sender)?.message).toBe(message);
});

test("a certificate is named by a host, or by a wildcard of one label", () => {
  expect(["mail.contoso.com", "*.contoso.com"].map(certificateNameFault)).toEqual([undefined, undefined]);
  for (const name of ["*", "*.*.contoso.com", "CN=mail.contoso.com", ""]) {
    expect(certificateNameFault(name)).toMatchObject({ message: "not a certificate's name" });
  }
});

test("a mailbox has a local part and a domain", () => {
  expect(mailboxFault("postmaster@contoso.com")).toBeUndefined();
  for (const text of ["postmaster", "@contoso.com", "postmaster@", "post master@contoso.com"]) {
    expect(mailboxFault(text)).toMatchObject({ message: "not an address", received: JSON.stringify(text) });
  }
});
