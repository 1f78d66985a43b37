import { parseNetwork, reachOf } from "../../observe/reach";

const publicOnly = reachOf();

test.each([
  ["10.1.2.3", "a private address"],
  ["172.31.255.255", "a private address"],
  ["192.168.0.1", "a private address"],
  ["127.0.0.1", "an address of this machine"],
  ["127.255.255.254", "an address of this machine"],
  ["0.0.0.0", "an unspecified address"],
  ["169.254.169.254", "a link-local address"],
  ["100.64.0.1", "an address shared by customers of a carrier"],
  ["192.0.2.1", "an address for documentation"],
  ["198.51.100.1", "an address for documentation"],
  ["203.0.113.1", "an address for documentation"],
  ["198.19.255.255", "an address for benchmarks"],
  ["224.0.0.1", "a multicast address"],
  ["255.255.255.255", "a reserved address"],
  ["::", "an unspecified address"],
  ["::1", "an address of this machine"],
  ["::127.0.0.1", "a reserved address"],
  ["fe80::1", "a link-local address"],
  ["fec0::1", "a site-local address"],
  ["fd00::1", "a unique local address"],
  ["ff02::1", "a multicast address"],
  ["2001:db8::1", "an address for documentation"],
  ["3fff::1", "an address for documentation"],
  ["2001::1", "an address of a protocol"],
  ["2002:7f00:1::", "an IPv4 address in IPv6"],
  ["64:ff9b::7f00:1", "an IPv4 address in IPv6"],
  ["64:ff9b:1::7f00:1", "an IPv4 address in IPv6"],
  ["100::1", "a reserved address"],
  ["5f00::1", "a reserved address"],
  ["metadata.google.internal", "no address"],
])("%s is %s, and not connected to", (address, kind) => {
  expect(publicOnly(address)).toBe(kind);
});

test.each(["::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::ffff:8.8.8.8"])(
  "%s, an IPv4 address in the clothes of IPv6, is not connected to",
  (address) => {
    expect(publicOnly(address)).toBeDefined();
  },
);

test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2a01:111:f400::1", "2600::1"])(
  "%s is public",
  (address) => {
    expect(publicOnly(address)).toBeUndefined();
  },
);

test("what is told to be connected to is, and nothing beside it", () => {
  const reach = reachOf([
    { address: "10.20.0.0", prefix: 16 },
    { address: "fd12::", prefix: 64 },
  ]);
  const answers = ["10.20.3.4", "10.21.0.1", "fd12::5", "fd13::5", "8.8.8.8"].map(reach);
  expect(answers).toEqual([undefined, "a private address", undefined, "a unique local address", undefined]);
});

test.each([
  ["10.0.0.0/8", { ok: true, value: { address: "10.0.0.0", prefix: 8 } }],
  ["10.0.0.1", { ok: true, value: { address: "10.0.0.1", prefix: 32 } }],
  ["fd00::/8", { ok: true, value: { address: "fd00::", prefix: 8 } }],
])("%s is a network", (text, network) => {
  expect(parseNetwork(text)).toEqual(network);
});

test.each(["10.0.0.0/33", "10.0.0/8", "fd00::/129", "10.0.0.0/8/8", "10.0.0.0/", "contoso.com", ""])(
  "%s is none",
  (text) => {
    expect(parseNetwork(text)).toMatchObject({ ok: false, faults: [{ message: "not a network" }] });
  },
);
