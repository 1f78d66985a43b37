import fc from "fast-check";
import { checkHost } from "../../../../../lib/mail/spf/check";
import { authorized, courseOf, type SpfTree, spfTree } from "../../../../../lib/mail/spf/tree";
import { client, ip4, ip6, macroZone, NAMES, reverseZone, staticZone } from "../world";
import { resolverOf } from "../zone";

const globalIp6 = fc
  .tuple(fc.integer({ min: 0x2000, max: 0x3fff }), fc.integer({ min: 0, max: 0xffff }))
  .map(([first, last]) => `${first.toString(16)}::${last.toString(16)}`);
const addresses = fc.array(fc.oneof(ip4, ip6, fc.ipV4(), globalIp6), { minLength: 8, maxLength: 24 });
const domain = fc.constantFrom(...NAMES);

/** The results that are possible for an address, by the sets made from the tree. */
function resultsByTree(tree: SpfTree): (ip: string) => string[] {
  const [ip4Course, ip6Course] = [courseOf(tree, "ip4"), courseOf(tree, "ip6")];
  return (ip) => {
    const { verdicts } = ip.includes(":") ? ip6Course : ip4Course;
    return Object.entries(verdicts).flatMap(([result, set]) => (set.has(ip) ? [result] : []));
  };
}

test("each address is in the set of exactly the result that a check of it has", async () => {
  await fc.assert(
    fc.asyncProperty(staticZone, domain, addresses, async (zone, name, drawn) => {
      const resolve = resolverOf(zone);
      const tree = await spfTree(name, resolve);
      const results = resultsByTree(tree);
      const { ip4: pass4, ip6: pass6, indeterminate } = authorized(tree);
      expect(indeterminate).toEqual([]);
      for (const ip of drawn) {
        const { result } = await checkHost({ ip, helo: NAMES[0] ?? "", sender: `user@${name}` }, resolve);
        expect([ip, results(ip)]).toEqual([ip, [result]]);
        expect((ip.includes(":") ? pass6 : pass4).has(ip)).toBe(result === "pass");
      }
    }),
    { numRuns: 300 },
  );
});

test("no client spends more than the tree says, unless records lead in circles", async () => {
  await fc.assert(
    fc.asyncProperty(staticZone, client, async (zone, drawn) => {
      const resolve = resolverOf(zone);
      const { lookups, voids, findings } = await spfTree(drawn.sender?.split("@")[1] ?? "", resolve);
      if (findings.some(({ message }) => message === "record leads back to itself")) return;
      const check = await checkHost(drawn, resolve);
      expect(check.lookups).toBeLessThanOrEqual(lookups);
      expect(check.voids).toBeLessThanOrEqual(
        check.trace.steps.length === 0 ? 0 : Math.max(voids.ip4, voids.ip6),
      );
    }),
    { numRuns: 300 },
  );
});

test("with terms that depend on the message, a check without an error has one of the possible results", async () => {
  await fc.assert(
    fc.asyncProperty(macroZone, reverseZone, client, async (zone, reverse, drawn) => {
      const resolve = resolverOf({ ...zone, ...reverse });
      const tree = await spfTree(drawn.sender?.split("@")[1] ?? "", resolve);
      const { result } = await checkHost(drawn, resolve);
      if (result === "temperror" || result === "permerror") return;
      const ip = drawn.ip.replace("::ffff:", "");
      expect(resultsByTree(tree)(ip)).toContain(result);
    }),
    { numRuns: 300 },
  );
});
