import { isPermitted } from "../../../sandbox/cloudflare/permissions";

test.each([
  ["Zone › DNS › Read", "GET", "zones/z/dns_records", true],
  ["Zone › DNS › Edit", "GET", "zones/z/dns_records/r", true],
  ["Zone › DNS › Read", "PUT", "zones/z/dns_records/r", false],
  ["Zone › DNS › Edit", "PATCH", "zones/z/dnssec", true],
  ["Zone › DNS › Edit", "GET", "zones", false],
  ["Zone › Zone › Read", "GET", "zones/z", true],
  ["Zone › Zone › Read", "POST", "zones", false],
  ["Zone › Zone › Edit", "PUT", "accounts/a/workers/scripts/s", false],
  ["Account › Workers Scripts › Edit", "PUT", "accounts/a/workers/domains", true],
  ["Account › Workers Scripts › Edit", "POST", "zones/z/workers/routes", false],
  ["Zone › DNS › Read", "GET", "accounts", true],
])("with %s, %s %s: %s", (permission, method, path, permitted) => {
  expect(isPermitted([permission], method, path)).toBe(permitted);
});
