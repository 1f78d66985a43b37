import { formatFault } from "../../../lib/fault";
import { planNamedLocations } from "../../../lib/identity/named-locations";
import type { NamedLocationOptions } from "../../../lib/identity/options";

function faults(location: NamedLocationOptions, key = "office"): string[] {
  const plan = planNamedLocations({ [key]: location });
  return plan.ok ? [] : plan.faults.map(formatFault);
}

// RFC 6890, and RFC 6598 for addresses behind a carrier's NAT: none arrives at a service on the Internet.
it.each([
  ["172.31.255.0/24"],
  ["169.254.0.0/16"],
  ["224.0.0.0/8"],
  ["239.255.255.250"],
  ["255.255.255.255"],
  ["0.0.0.0/8"],
  ["127.0.0.0/8"],
  ["::1"],
  ["::"],
  ["ff02::/16"],
  ["fc00::/8"],
  ["::ffff:192.0.2.1"],
])("%s never arrives at Entra ID", (range) => {
  expect(faults({ ip: [range] })).toEqual([
    `office.ip[0]: not a public address, got "${range}"; expected addresses from which the site reaches the Internet; write those behind NAT: Entra ID never sees the others`,
  ]);
});

it.each([
  ["172.32.0.0/16"],
  ["100.128.0.0/10"],
  ["169.253.0.0/16"],
  ["128.0.0.0/8"],
  ["203.0.113.7"],
  ["203.0.113.7/32"],
  ["2001:db8::1/128"],
  ["2600::/8"],
])("%s may", (range) => {
  expect(faults({ ip: [range] })).toEqual([]);
});

it.each([
  ["192.0.2.0/"],
  ["192.0.2.0/0024"],
  ["192.0.2.0/2 4"],
  ["192.0.2.0/-8"],
  ["2001:db8::/7"],
  ["/24"],
  [""],
])("%j is no block of addresses", (range) => {
  expect(faults({ ip: [range] })).toEqual([
    `office.ip[0]: not a block of addresses, got ${JSON.stringify(range)}; expected CIDR notation such as 192.0.2.0/24 or 2001:db8::/32, from /8 on`,
  ]);
});

it("an empty list is no location", () => {
  expect(faults({ ip: [] })).toEqual(["office.ip: ip is an empty list"]);
  expect(faults({ countries: [] })).toEqual(["office.countries: countries is an empty list"]);
});

it("what goes with the other kind is told, one by one, together with what is wrong in the list", () => {
  expect(faults({ ip: ["office"], unknownCountries: false, lookup: "clientIpAddress" })).toEqual([
    "office.unknownCountries: unknownCountries goes with countries only; remove unknownCountries",
    "office.lookup: lookup goes with countries only; remove lookup",
    'office.ip[0]: not a block of addresses, got "office"; expected CIDR notation such as 192.0.2.0/24 or 2001:db8::/32, from /8 on',
  ]);
  expect(faults({ countries: ["nl", "NL"], trusted: false })).toEqual([
    "office.trusted: trusted goes with ip only; remove trusted",
    'office.countries[1]: listed twice, got "NL"',
  ]);
});

it("what is left out is what Entra ID has by default", () => {
  expect(
    planNamedLocations({ b: { ip: ["192.0.2.1"] }, a: { countries: ["XK"], lookup: "authenticatorAppGps" } }),
  ).toEqual({
    ok: true,
    value: [
      {
        key: "a",
        kind: "countries",
        countries: ["XK"],
        unknownCountries: false,
        lookup: "authenticatorAppGps",
      },
      { key: "b", kind: "ip", ranges: ["192.0.2.1/32"], trusted: false },
    ],
  });
});

it.each([["a"], ["7"], ["head-office-2"], ["a--b"]])("%s is a name for a location", (key) => {
  expect(faults({ ip: ["192.0.2.1"] }, key)).toEqual([]);
});

it.each([[""], ["a-"], ["-"], ["Office"], ["head_office"], ["a\n"], ["all"]])(
  "%j is none, which is told beside what is wrong with the location",
  (key) => {
    const name = `not a name for a location, got ${JSON.stringify(key)}; expected lower-case letters, digits and inner hyphens, and none of all, all-trusted, mfa-trusted-ips`;
    const plan = planNamedLocations({ [key]: { ip: [] } });
    expect(plan.ok ? [] : plan.faults).toMatchObject([
      { path: [key], message: "not a name for a location" },
      { path: [key, "ip"], message: "ip is an empty list" },
    ]);
    expect(plan.ok ? "" : plan.faults.map(({ path: _, ...fault }) => formatFault(fault))[0]).toBe(name);
  },
);
