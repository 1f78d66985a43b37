import { isIPv6 } from "node:net";
import fc from "fast-check";
import { canonicalIp6, parseIp4, parseIp6 } from "../../../lib/dns/address";

describe("addresses", () => {
  test.each([
    ["2001:DB8:0:0::1", "2001:db8::1"],
    ["::192.0.2.1", "::c000:201"],
    ["::ffff:192.0.2.1", "::ffff:c000:201"],
  ])("%s is written %s", (text, written) => {
    expect(parseIp6(text)).toEqual({ ok: true, value: written });
  });

  test.each(["192.0.2", "192.0.2.256", "0192.0.2.1", "0x7f.0.0.1", "192.0.2.1/24", "::1", ""])(
    "%j is no IPv4 address",
    (text) => {
      expect(parseIp4(text).ok).toBe(false);
    },
  );

  test.each(["fe80::1%eth0", "1::2::3", "::01.2.3.4", "192.0.2.1", "2001:db8::/32"])(
    "%j is no IPv6 address",
    (text) => {
      expect(parseIp6(text).ok).toBe(false);
    },
  );

  test("Node's own reader agrees on every text without a zone index", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.stringMatching(/^[0-9a-f:.]{0,20}$/)), (text) => {
        expect(canonicalIp6(text) !== undefined).toBe(isIPv6(text));
      }),
    );
  });
});
