import fc from "fast-check";
import type { Lookup } from "../../../../../lib/dns/asking";
import type { DnsAnswer, DnsType } from "../../../../../lib/dns/resolve";
import { checkHost } from "../../../../../lib/mail/spf/check";
import { authorized, courseOf, knownSpfTree, type SpfTree, spfTree } from "../../../../../lib/mail/spf/tree";
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

test("a tree that is read from what is known is the one that is asked for; what is unknown may come to anything", async () => {
  await fc.assert(
    fc.asyncProperty(staticZone, domain, fc.subarray(NAMES), addresses, async (zone, name, hidden, drawn) => {
      const resolve = resolverOf(zone);
      const answers = emptyAnswers();
      const whole = await spfTree(name, async <T extends DnsType>(asked: string, type: T) => {
        const answer = await resolve(asked, type);
        const known: Map<string, DnsAnswer<T>> = answers[type];
        known.set(asked, answer);
        return answer;
      });
      // Only what was asked is known, so that a question too many would show as something that is not explored.
      const lookup: Lookup = <T extends DnsType>(asked: string, type: T): DnsAnswer<T> => {
        const known: Map<string, DnsAnswer<T>> = answers[type];
        return known.get(asked) ?? { kind: "failure", reason: "unknown" };
      };
      expect(knownSpfTree(name, lookup)).toEqual(whole);
      const veiled: Lookup = (asked, type) =>
        hidden.includes(asked) && asked !== name
          ? { kind: "failure", reason: "unknown" }
          : lookup(asked, type);
      const possible = resultsByTree(knownSpfTree(name, veiled));
      const actual = resultsByTree(whole);
      // A limit or an error behind what is hidden may end any check: of these the veiled tree knows nothing.
      const isCalm = drawn.every((ip) => actual(ip).every((result) => !result.endsWith("error")));
      if (!isCalm) return;
      for (const ip of drawn) expect([ip, possible(ip)]).toEqual([ip, expect.arrayContaining(actual(ip))]);
    }),
    { numRuns: 200 },
  );
});

/** Answers by type and name. */
function emptyAnswers(): { readonly [T in DnsType]: Map<string, DnsAnswer<T>> } {
  return {
    A: new Map(),
    AAAA: new Map(),
    CNAME: new Map(),
    MX: new Map(),
    NS: new Map(),
    PTR: new Map(),
    TXT: new Map(),
  };
}
