import fc from "fast-check";
import { fieldedData, parseFielded } from "../../../lib/dns/fielded";
import type { LocRecord } from "../../../lib/dns/fielded-records";
import { decodeLocation, encodeLocation, type Location } from "../../../lib/dns/location";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";

const NAME: DnsName = unwrap("x", parseName("office.contoso.com"));

/** RFC 1876 §4, the example of the host in Cambridge, with what it leaves out. */
const CAMBRIDGE: Location = {
  latDegrees: 42,
  latMinutes: 21,
  latSeconds: 54,
  latDirection: "N",
  longDegrees: 71,
  longMinutes: 6,
  longSeconds: 18,
  longDirection: "W",
  altitude: -24,
  size: 30,
  precisionHorz: 10_000,
  precisionVert: 10,
};

test.each([
  "42 21 54 N 71 06 18 W -24m 30m",
  "42 21 54.000 n 71 6 18 w -24.00m 30.00m 10000.00m 10.00m",
  "42 21 54 N 71 6 18 W -24 30 10000 10",
])("%s is read into one form", (text) => {
  expect(parseFielded("LOC", text)).toEqual({ ok: true, value: { type: "LOC", ...CAMBRIDGE } });
});

test("what may be left out is as the RFC says", () => {
  expect(parseFielded("LOC", "52 N 0 E 0m")).toMatchObject({
    ok: true,
    value: { latMinutes: 0, latSeconds: 0, size: 1, precisionHorz: 10_000, precisionVert: 10 },
  });
});

test.each([
  "",
  "42 21 54 N",
  "42 21 54 X 71 6 18 W 0m",
  "256 N 0 E 0m",
  "42 21 60 N 71 6 18 W 0m",
  "42 N 71 W 0km",
])("%j is no place", (text) => {
  expect(parseFielded("LOC", text).ok).toBe(false);
});

/** RFC 1876 §2: 42° 21' 54" N is 2^31 + 152514000. */
test("on the wire", () => {
  const hex = Buffer.from(encodeLocation(CAMBRIDGE)).toString("hex");
  const lat = (2 ** 31 + 152_514_000).toString(16);
  const long = (2 ** 31 - 255_978_000).toString(16);
  expect(hex).toBe(`00331613${lat}${long}${(10_000_000 - 2400).toString(16).padStart(8, "0")}`);
  expect(decodeLocation(Buffer.from(hex, "hex"))).toEqual(CAMBRIDGE);
});

test.each([
  ["another version", `01${"0".repeat(30)}`],
  ["a digit that is none", `00a0${"0".repeat(28)}`],
  ["too few octets", "00"],
])("%s is not read", (_, hex) => {
  expect(decodeLocation(Buffer.from(hex, "hex"))).toBeUndefined();
});

const length = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([digit, power]) => (digit * 10 ** power) / 100);
const seconds = fc.integer({ min: 0, max: 59_999 }).map((thousandths) => thousandths / 1000);
const place = fc.record({
  latDegrees: fc.integer({ min: 0, max: 89 }),
  latMinutes: fc.integer({ min: 0, max: 59 }),
  latSeconds: seconds,
  latDirection: fc.constantFrom("N" as const, "S" as const),
  longDegrees: fc.integer({ min: 0, max: 179 }),
  longMinutes: fc.integer({ min: 0, max: 59 }),
  longSeconds: seconds,
  longDirection: fc.constantFrom("E" as const, "W" as const),
  altitude: fc.integer({ min: -10_000_000, max: 4_284_967_295 }).map((hundredths) => hundredths / 100),
  size: length,
  precisionHorz: length,
  precisionVert: length,
});

test("what is written is read again, as text and on the wire", () => {
  fc.assert(
    fc.property(place, (one) => {
      const record: LocRecord = { name: NAME, ttl: 3600, type: "LOC", ...one };
      expect(parseFielded("LOC", fieldedData(record))).toEqual({ ok: true, value: { type: "LOC", ...one } });
      const back = decodeLocation(encodeLocation(one));
      // At a direction's very edge there is only one way to write it.
      const zero = (degrees: number, minutes: number, rest: number) => degrees + minutes + rest === 0;
      expect(back).toEqual({
        ...one,
        ...(zero(one.latDegrees, one.latMinutes, one.latSeconds) ? { latDirection: "N" } : {}),
        ...(zero(one.longDegrees, one.longMinutes, one.longSeconds) ? { longDirection: "E" } : {}),
      });
    }),
  );
});
