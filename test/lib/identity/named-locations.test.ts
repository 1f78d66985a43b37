import { formatFault } from "../../../lib/fault";
import { planNamedLocations } from "../../../lib/identity/named-locations";
import type { NamedLocationOptions } from "../../../lib/identity/options";

function faults(location: NamedLocationOptions): string[] {
  const plan = planNamedLocations({ office: location });
  return plan.ok ? [] : plan.faults.map(formatFault);
}

it("reads blocks of both families in canonical form, sorted", () => {
  expect(
    planNamedLocations({
      branch: { countries: ["nl", "BE"], unknownCountries: true },
      "head-office": { ip: ["203.0.113.7", "2001:DB8:0::/32", "192.0.2.0/24"], trusted: true },
    }),
  ).toEqual({
    ok: true,
    value: [
      {
        key: "branch",
        kind: "countries",
        countries: ["BE", "NL"],
        unknownCountries: true,
        lookup: "clientIpAddress",
      },
      {
        key: "head-office",
        kind: "ip",
        ranges: ["192.0.2.0/24", "2001:db8::/32", "203.0.113.7/32"],
        trusted: true,
      },
    ],
  });
});

it.each([
  ["192.0.2.0/33"],
  ["192.0.2.0/7"],
  ["192.0.2/24"],
  ["192.0.2.0/24/24"],
  ["192.0.2.0/x"],
  ["2001:db8::/129"],
  ["office"],
])("%s is no block of addresses", (range) => {
  expect(faults({ ip: [range] })).toEqual([
    `office.ip[0]: not a block of addresses, got "${range}"; expected CIDR notation such as 192.0.2.0/24 or 2001:db8::/32, from /8 on`,
  ]);
});

it("a block starts at its first address", () => {
  expect(faults({ ip: ["192.0.2.17/24", "2001:db8::1/64"] })).toEqual([
    'office.ip[0]: bits are set behind the prefix, got "192.0.2.17/24"; expected the block\'s first address; write 192.0.2.0/24',
    'office.ip[1]: bits are set behind the prefix, got "2001:db8::1/64"; expected the block\'s first address; write 2001:db8::/64',
  ]);
});

it.each([
  ["10.0.0.0/8"],
  ["172.16.4.0/24"],
  ["192.168.1.0/24"],
  ["100.64.0.0/10"],
  ["127.0.0.1"],
  ["fd00::/8"],
  ["fe80::/16"],
])("%s never arrives at Entra ID", (range) => {
  expect(faults({ ip: [range] })).toEqual([
    `office.ip[0]: not a public address, got "${range}"; expected addresses from which the site reaches the Internet; write those behind NAT: Entra ID never sees the others`,
  ]);
});

it("a block is listed once", () => {
  expect(faults({ ip: ["192.0.2.1", "192.0.2.1/32"] })).toEqual([
    'office.ip[1]: listed twice, got "192.0.2.1/32"',
  ]);
});

it("a location is addresses or countries", () => {
  expect(faults({})).toEqual([
    "office: a location without ip ranges or countries; expected ip: [192.0.2.0/24] or countries: [NL]",
  ]);
  expect(faults({ ip: ["192.0.2.1"], countries: ["NL"] })).toEqual([
    "office: a location is ip ranges or countries, not both; expected ip: [192.0.2.0/24] or countries: [NL]",
  ]);
  expect(faults({ countries: ["NL"], trusted: true })).toEqual([
    "office.trusted: trusted goes with ip only; remove trusted",
  ]);
  expect(faults({ ip: ["192.0.2.1"], lookup: "authenticatorAppGps" })).toEqual([
    "office.lookup: lookup goes with countries only; remove lookup",
  ]);
});

it("countries have codes of ISO 3166-1", () => {
  expect(faults({ countries: ["UK", "Netherlands"] })).toEqual([
    'office.countries[0]: not a country code, got "UK"; expected an ISO 3166-1 alpha-2 code such as NL, or a set such as european-union; write GB',
    'office.countries[1]: not a country code, got "Netherlands"; expected an ISO 3166-1 alpha-2 code such as NL, or a set such as european-union',
  ]);
});

it.each([["all"], ["all-trusted"], ["Head office"], ["-a"]])("%s names no location", (key) => {
  const plan = planNamedLocations({ [key]: { ip: ["192.0.2.1"] } });
  expect(plan.ok ? [] : plan.faults.map(({ message }) => message)).toEqual(["not a name for a location"]);
});

it("holds 2000 blocks at most", () => {
  const blocks = (count: number) =>
    Array.from({ length: count }, (_, index) => `8.${index >> 8}.${index & 255}.0/24`);
  expect(faults({ ip: blocks(2000) })).toEqual([]);
  expect(faults({ ip: blocks(2001) })).toEqual([
    "office.ip: a location of 2001 ranges; expected at most 2000",
  ]);
});
