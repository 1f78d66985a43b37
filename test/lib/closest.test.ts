import fc from "fast-check";
import { closest } from "../../lib/closest";

const PROFILES = ["exchange-online", "eop-onpremises", "send-only", "receive-only", "parked"];

describe("closest", () => {
  it.each([
    ["exchage-online", "exchange-online"],
    ["exchange-onlien", "exchange-online"],
    ["Parked", "parked"],
    ["praked", "parked"],
    ["sendonly", "send-only"],
  ])("takes %s for %s", (word, meant) => {
    expect(closest(word, PROFILES)).toBe(meant);
  });

  it.each(["hosted", "x", ""])("finds nothing near %j", (word) => {
    expect(closest(word, PROFILES)).toBeUndefined();
  });

  it("counts two swapped neighbours as one slip", () => {
    expect(closest("mx", ["xm"])).toBe("xm");
    expect(closest("mx", ["xmm"])).toBeUndefined();
  });

  it("prefers the first of two equally near candidates", () => {
    expect(closest("ip5", ["ip4", "ip6"])).toBe("ip4");
    expect(closest("ip5", ["ip6", "ip4"])).toBe("ip6");
  });

  it("finds a word that is among the candidates, whatever stands before it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, others) => {
        const candidates = [...others.filter((other) => other.toLowerCase() !== word.toLowerCase()), word];
        expect(closest(word, candidates)).toBe(word);
      }),
    );
  });
});
