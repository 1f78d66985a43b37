import { type GraphClient, graphClient, microsoft, refusal } from "../../tenants";

const PATH = "/v1.0/identity/conditionalAccess/namedLocations";
const OFFICE = {
  "@odata.type": "#microsoft.graph.ipNamedLocation",
  displayName: "Office",
  ipRanges: [
    { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.0/24" },
    { "@odata.type": "#microsoft.graph.iPv6CidrRange", cidrAddress: "2001:db8::/48" },
  ],
  isTrusted: true,
};
const HOME = {
  "@odata.type": "#microsoft.graph.countryNamedLocation",
  displayName: "Home",
  countriesAndRegions: ["DE", "CH"],
};

let graph: GraphClient;

beforeEach(async () => {
  graph = await graphClient(microsoft());
});

test("addresses and countries are kept, each with its type", async () => {
  const office = await graph("POST", PATH, OFFICE);
  expect(office).toMatchObject({ status: 201, body: OFFICE });
  const home = await graph("POST", PATH, HOME);
  expect((await graph("GET", `${PATH}/${home.body.id}`)).body).toMatchObject({
    ...HOME,
    includeUnknownCountriesAndRegions: false,
    countryLookupMethod: "clientIpAddress",
  });
});

test("a trusted location is deleted only once nobody trusts it", async () => {
  const { body } = await graph("POST", PATH, OFFICE);
  const path = `${PATH}/${body.id}`;
  expect(refusal(await graph("DELETE", path))).toMatch(
    /^400 BadRequest: Trusted named locations cannot be deleted/,
  );
  const { displayName: _, ...rest } = OFFICE;
  expect((await graph("PATCH", path, { ...rest, isTrusted: false })).status).toBe(204);
  expect((await graph("GET", path)).body).toMatchObject({ displayName: "Office", isTrusted: false });
  expect((await graph("DELETE", path)).status).toBe(204);
  expect(refusal(await graph("GET", path))).toMatch(
    /^404 ResourceNotFound: NamedLocation with id .* does not exist/,
  );
});

test("a location that a policy names stays", async () => {
  const { body } = await graph("POST", PATH, HOME);
  await graph("POST", "/v1.0/identity/conditionalAccess/policies", {
    displayName: "Block abroad",
    state: "enabled",
    conditions: {
      clientAppTypes: ["all"],
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"] },
      locations: { includeLocations: ["All"], excludeLocations: [body.id] },
    },
    grantControls: { operator: "OR", builtInControls: ["block"] },
  });
  expect(refusal(await graph("DELETE", `${PATH}/${body.id}`))).toContain("policy 'Block abroad'");
});

test.each([
  ["no type", { ...OFFICE, "@odata.type": undefined }, /has to be of type/],
  ["no range", { ...OFFICE, ipRanges: [] }, /at least one range/],
  [
    "a host name for a range",
    { ...OFFICE, ipRanges: [{ ...OFFICE.ipRanges[0], cidrAddress: "contoso.com/24" }] },
    /invalid range/,
  ],
  [
    "a range too long",
    { ...OFFICE, ipRanges: [{ ...OFFICE.ipRanges[0], cidrAddress: "203.0.113.0/33" }] },
    /invalid range/,
  ],
  [
    "a v4 range called v6",
    { ...OFFICE, ipRanges: [{ ...OFFICE.ipRanges[0], "@odata.type": OFFICE.ipRanges[1]?.["@odata.type"] }] },
    /invalid range/,
  ],
  ["a country by its name", { ...HOME, countriesAndRegions: ["Germany"] }, /invalid country: "Germany"/],
  ["no name", { ...HOME, displayName: "" }, /'displayName'/],
])("%s is refused", async (_, body, words) => {
  expect(refusal(await graph("POST", PATH, body))).toMatch(words);
});
