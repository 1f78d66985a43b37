import { declareEstate } from "../../../lib/declare/estate";
import { formatFault } from "../../../lib/fault";
import { estateOf } from "../estate/memory-files";

function problems(zone: string, rest: string): readonly string[] {
  const text = `version: 1
defaults: { ttl: 20, zone: { ${zone} } }
domains:
  contoso.com: { profile: parked, ${rest} }
`;
  const declared = declareEstate(estateOf(text));
  return declared.ok
    ? []
    : declared.problems.map(
        ({ file: _, line, column, ...fault }) => `${line}:${column} ${formatFault(fault)}`,
      );
}

const EXPECTED = "expected 30 to 86400 seconds, or 1 for automatic";

describe("a TTL", () => {
  test("that the domain's host does not take is refused, once, where it was written", () => {
    const own =
      "records: { www: { type: A, address: 192.0.2.1, ttl: 86401 } }, subdomains: { a: { profile: parked }, b: { profile: parked, ttl: 29 } }";
    expect(problems("cloudflare: {}", own)).toEqual([
      `2:18 defaults.ttl: a TTL that Cloudflare does not take, got 20; ${EXPECTED}`,
      `4:${own.indexOf("86401") + 35} domains["contoso.com"].records.www.ttl: a TTL that Cloudflare does not take, got 86401; ${EXPECTED}`,
      `4:${own.indexOf("29") + 35} domains["contoso.com"].subdomains.b.ttl: a TTL that Cloudflare does not take, got 29; ${EXPECTED}`,
    ]);
  });

  test.each([30, 86_400])("of %d seconds is Cloudflare's to take", (ttl) => {
    expect(problems("cloudflare: {}", `ttl: ${ttl}`)).toEqual([]);
  });

  test.each([0, 20, 86_401, 2_147_483_647])("of %d seconds is Route 53's to take", (ttl) => {
    expect(problems("route53: {}", `ttl: ${ttl}`)).toEqual([]);
  });
});
