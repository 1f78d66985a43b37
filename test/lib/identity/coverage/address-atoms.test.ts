import { addressAtoms, addressesOf } from "../../../../lib/identity/coverage/dimensions/address-atoms";

const sets = (...lists: readonly (readonly string[])[]) => lists.flatMap((list) => addressesOf(list) ?? []);

test("addresses that the same sets hold are one part, however often and in whatever order the sets meet", () => {
  const atoms = addressAtoms(
    sets(
      ["10.0.0.0/8", "172.16.128.0/17", "2001:db8::/32"],
      ["10.128.0.0/9", "172.16.0.0/16", "2001:db8::/48"],
    ),
  );
  const told = atoms.map(({ of, ip4, ip6 }) => [[...of].sort().join(), ip4.cidrs(), ip6.cidrs()]).slice(1);
  expect(told).toEqual([
    ["0", ["10.0.0.0/9"], expect.any(Array)],
    ["0,1", ["10.128.0.0/9", "172.16.128.0/17"], ["2001:db8::/48"]],
    ["1", ["172.16.0.0/17"], []],
  ]);
  // The first lies in none, and all of them are all addresses.
  expect([...(atoms[0]?.of ?? [0])]).toEqual([]);
  expect(["9.255.255.255", "11.0.0.0", "172.17.0.0"].map((one) => atoms[0]?.ip4.has(one))).toEqual([
    true,
    true,
    true,
  ]);
});

test("without sets there is one part; of what is no block there are no addresses", () => {
  expect(addressAtoms([]).map(({ of, ip4, ip6 }) => [of.size, ip4.cidrs(), ip6.cidrs()])).toEqual([
    [0, ["0.0.0.0/0"], ["::/0"]],
  ]);
  expect(addressesOf(["10.0.0.0/8", "10.0.0.0/33"])).toBeUndefined();
  expect(addressesOf([])?.ip4.cidrs()).toEqual([]);
});
