import { writtenPath } from "../../../lib/estate/locate";
import { estateOf } from "./memory-files";

test("where nobody has the value any more, a path is told whole", () => {
  const [domain] = estateOf(
    "version: 1\ndomains:\n  contoso.com: { profile: parked, zone: { cloudflare: {} } }\n",
  ).domains;
  if (!domain) throw new Error("no domain");
  const resolved = { ...domain, key: "contoso.com", subdomainKeys: new Map() };
  expect(writtenPath(undefined, resolved, ["spf", "include", 0])).toEqual([
    ...["domains", "contoso.com", "spf", "include", 0],
  ]);
  expect(writtenPath({ domains: { "contoso.com": {} } }, resolved, ["spf", "include", 0])).toEqual([
    ...["domains", "contoso.com"],
  ]);
});
