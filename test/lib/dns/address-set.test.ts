import fc from "fast-check";
import { AddressSet } from "../../../lib/dns/address-set";

const block4 = (text: string) => {
  const [address = "", length = "32"] = text.split("/");
  return AddressSet.block("ip4", address, Number(length));
};
const set4 = (...blocks: string[]) => AddressSet.union("ip4", blocks.map(block4));

describe("a set of addresses", () => {
  test.each([
    [["192.0.2.0/25", "192.0.2.128/25"], ["192.0.2.0/24"]],
    [
      ["192.0.2.1", "192.0.2.2", "192.0.2.3"],
      ["192.0.2.1", "192.0.2.2/31"],
    ],
    [["192.0.2.9/24", "192.0.2.77"], ["192.0.2.0/24"]],
    [["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/0"]],
    [["255.255.255.255"], ["255.255.255.255"]],
    [[], []],
  ])("%j is written %j, in the fewest blocks", (blocks, written) => {
    expect(set4(...blocks).cidrs()).toEqual(written);
  });

  test("without a block is the blocks around it", () => {
    expect(set4("192.0.2.0/24").minus(set4("192.0.2.64/26")).cidrs()).toEqual([
      "192.0.2.0/26",
      "192.0.2.128/25",
    ]);
  });

  test("is read from a block or a single address, and from nothing else", () => {
    expect(AddressSet.parse("192.0.2.7/24")?.cidrs()).toEqual(["192.0.2.0/24"]);
    expect(AddressSet.parse("2001:db8::1")?.cidrs()).toEqual(["2001:db8::1"]);
    for (const text of ["192.0.2.0/33", "192.0.2/24", "contoso.com", "192.0.2.0/", "::/129", ""])
      expect(AddressSet.parse(text)).toBeUndefined();
  });

  test("of IPv6 is written as RFC 5952 wants it", () => {
    const [low, high] = [
      AddressSet.block("ip6", "2001:DB8::", 33),
      AddressSet.block("ip6", "2001:db8:8000::", 33),
    ];
    expect(low.union(high).cidrs()).toEqual(["2001:db8::/32"]);
    expect(AddressSet.all("ip6").cidrs()).toEqual(["::/0"]);
    expect(
      AddressSet.all("ip6")
        .minus(AddressSet.block("ip6", "::", 1))
        .cidrs(),
    ).toEqual(["8000::/1"]);
  });

  test("is never mixed with one of the other version, nor asked for what is no address", () => {
    expect(() => AddressSet.all("ip4").union(AddressSet.all("ip6"))).toThrow(RangeError);
    expect(() => AddressSet.all("ip4").minus(AddressSet.none("ip6"))).toThrow(RangeError);
    expect(() => AddressSet.all("ip4").has("2001:db8::1")).toThrow(RangeError);
    expect(() => AddressSet.block("ip4", "192.0.2.0", 33)).toThrow(RangeError);
  });
});

describe("for every two sets", () => {
  const host = fc.integer({ min: 0, max: 31 });
  const drawn = fc.array(
    fc.tuple(host, fc.integer({ min: 27, max: 32 })).map(([last, cidr]) => `192.0.2.${last}/${cidr}`),
    { maxLength: 6 },
  );

  test("an address is in a combination exactly if the parts say so", () => {
    fc.assert(
      fc.property(drawn, drawn, host, (left, right, last) => {
        const [a, b, address] = [set4(...left), set4(...right), `192.0.2.${last}`];
        const [inA, inB] = [a.has(address), b.has(address)];
        expect(a.union(b).has(address)).toBe(inA || inB);
        expect(a.intersect(b).has(address)).toBe(inA && inB);
        expect(a.minus(b).has(address)).toBe(inA && !inB);
      }),
      { numRuns: 1000 },
    );
  });

  test("equal sets are equal however they were made, and their blocks are the set again", () => {
    fc.assert(
      fc.property(drawn, drawn, (left, right) => {
        const [a, b] = [set4(...left), set4(...right)];
        expect(a.minus(b).union(a.intersect(b))).toEqual(a);
        expect(set4(...a.cidrs())).toEqual(a);
        expect(a.minus(a).isEmpty).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
