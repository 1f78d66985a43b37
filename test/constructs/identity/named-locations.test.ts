import { Directory } from "../../../constructs/identity/directory";
import { NamedLocations } from "../../../constructs/identity/named-locations";
import type { NamedLocationOptions } from "../../../lib/identity/options";
import { configurationOf } from "./identity-stack";

const locate = (locations: Readonly<Record<string, NamedLocationOptions>>) =>
  configurationOf((stack) => {
    new NamedLocations(stack, "NamedLocations", { directory: new Directory(stack, "Directory"), locations });
  });

describe("named locations", () => {
  test("are address ranges or countries, deleted only after the policies that named them have changed", () => {
    expect(
      locate({
        "head-office": { ip: ["192.0.2.0/24", "2001:db8::/32"], trusted: true },
        sanctioned: { countries: ["kp", "IR"], unknownCountries: true, lookup: "authenticatorAppGps" },
      }).resource,
    ).toEqual({
      azuread_named_location: {
        "NamedLocation-head-office": {
          display_name: "head-office",
          ip: { ip_ranges: ["192.0.2.0/24", "2001:db8::/32"], trusted: true },
          lifecycle: { create_before_destroy: true },
        },
        "NamedLocation-sanctioned": {
          display_name: "sanctioned",
          country: {
            countries_and_regions: ["IR", "KP"],
            country_lookup_method: "authenticatorAppGps",
            include_unknown_countries_and_regions: true,
          },
          lifecycle: { create_before_destroy: true },
        },
      },
    });
  });

  test("in another order give the same", () => {
    const a = { ip: ["192.0.2.1"] };
    const b = { countries: ["NL"] };
    expect(JSON.stringify(locate({ a, b }))).toBe(JSON.stringify(locate({ b, a })));
  });

  test("are read at once, with every fault", () => {
    expect(() => locate({ "head-office": { ip: ["10.0.0.0/8"] }, all: { countries: ["UK"] } })).toThrow(
      /^NamedLocations: 3 faults\n {2}- all: not a name for a location.*\n {2}- all\.countries\[0\]: .*write GB\n {2}- head-office\.ip\[0\]: not a public address/,
    );
  });
});
