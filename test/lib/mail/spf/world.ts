import fc from "fast-check";
import type { SpfClient } from "../../../../lib/mail/spf/check";
import type { Zone, ZoneName } from "./zone";

/** Few names and few addresses, so that random records often meet, match and lead in circles. */
export const NAMES = ["a0", "b1", "c2", "d3", "e4", "f5"].map((label) => `${label}.example.com`);
const MISSING = "missing.example.com";

const name = fc.constantFrom(...NAMES, ...NAMES, MISSING);
export const ip4 = fc.integer({ min: 0, max: 15 }).map((host) => `192.0.2.${host}`);
export const ip6 = fc.integer({ min: 0, max: 15 }).map((host) => `2001:db8::${host.toString(16)}`);
const cidr4 = fc.constantFrom("", "", "/29", "/30", "/0");
const cidr6 = fc.constantFrom("", "", "125", "126", "0");
const qualifier = fc.constantFrom("", "", "", "-", "~", "?");

const network = fc.oneof(
  fc.tuple(fc.constant("ip4:"), ip4, cidr4),
  fc.tuple(
    fc.constant("ip6:"),
    ip6,
    cidr6.map((length) => length && `/${length}`),
  ),
);

function directives(target: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const named = (kind: string) => target.map((domain) => `${kind}:${domain}`);
  const host = fc
    .tuple(
      fc.constantFrom("a", "mx"),
      fc.option(target, { nil: undefined }),
      cidr4,
      cidr6.map((length) => length && `//${length}`),
    )
    .map(([kind, domain, four, six]) => `${kind}${domain === undefined ? "" : `:${domain}`}${four}${six}`);
  return fc
    .tuple(
      qualifier,
      fc.oneof(
        { weight: 4, arbitrary: network.map((parts) => parts.join("")) },
        { weight: 3, arbitrary: named("include") },
        { weight: 3, arbitrary: host },
        { weight: 1, arbitrary: named("exists") },
      ),
    )
    .map((parts) => parts.join(""));
}

/** A record of terms about names that `target` draws. */
function record(
  target: fc.Arbitrary<string>,
  more: readonly fc.Arbitrary<string>[],
  explanations: readonly string[],
): fc.Arbitrary<string> {
  const term = fc.oneof({ weight: 12, arbitrary: directives(target) }, ...more);
  const end = fc.oneof(
    fc.constantFrom("-all", "~all", "?all", "+all", ""),
    target.map((domain) => `redirect=${domain}`),
  );
  return fc
    .tuple(fc.array(term, { maxLength: 5 }), end, fc.constantFrom(...explanations))
    .map(([terms, last, exp]) => `${["v=spf1", ...terms, last].join(" ").trim()}${exp}`);
}

/** TXT of a name: mostly one record, at times none, several, a broken one, or no answer. */
function txt(text: fc.Arbitrary<string>): fc.Arbitrary<NonNullable<Exclude<ZoneName, "failure">["TXT"]>> {
  return fc.oneof(
    { weight: 20, arbitrary: text.map((value) => [value]) },
    { weight: 4, arbitrary: text.map((value) => [value, "google-site-verification=abc"]) },
    { weight: 1, arbitrary: fc.tuple(text, text).map((values) => [...values]) },
    { weight: 1, arbitrary: text.map((value) => [`${value} moo`]) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant("failure") },
  );
}

const addresses = (address: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.uniqueArray(address, { maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant("failure" as const) },
  );

const exchanges = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...NAMES, MISSING), { maxLength: 3 })
      .map((hosts) => hosts.map((exchange, index) => ({ preference: 10 * (index + 1), exchange }))),
  },
  { weight: 1, arbitrary: fc.constant([{ preference: 0, exchange: "." }]) },
  { weight: 1, arbitrary: fc.constant("failure" as const) },
);

/** A zone in which each of {@link NAMES} has a record drawn from `text`, hosts and mail exchanges. */
function zone(text: fc.Arbitrary<string>): fc.Arbitrary<Zone> {
  const held = fc.record({ TXT: txt(text), A: addresses(ip4), AAAA: addresses(ip6), MX: exchanges });
  return fc.record(Object.fromEntries(NAMES.map((owner) => [owner, held])));
}

/** Zones whose records mean the same for every message. */
export const staticZone = zone(record(name, [], [""]));

/** Zones whose records ask about sender, HELO and client too, and explain a fail. */
export const macroZone = zone(
  record(
    fc.oneof(
      name,
      fc.constantFrom("%{d}", "%{o}", "%{h}", "%{D}", "%{d2}", "b1.%{d2}", "%{l}.example.com"),
      fc.constantFrom("%{l1r-}.example.com", "%{L-+}.example.com", "%{ir}.%{v}.example.com", "%{h2}"),
    ),
    [
      fc.constantFrom("ptr", "ptr:example.com", "-ptr:a0.example.com", "ptr:%{d}", "exists:%{p}"),
      fc.constantFrom("ext=%{l}", "foo="),
    ],
    ["", "", " exp=why.example.com", " exp=%{d1r}.why.example.com", " exp=%{o1r}.why.example.com"],
  ),
);

/** Clients of these zones. */
export const client: fc.Arbitrary<SpfClient> = fc.record({
  ip: fc.oneof(
    ip4,
    ip6,
    ip4.map((address) => `::ffff:${address}`),
  ),
  helo: fc.constantFrom(...NAMES, "localhost"),
  sender: fc
    .tuple(fc.constantFrom("a0", "b1-x", "c2+d3", "user"), fc.constantFrom(...NAMES))
    .map(([local, domain]) => `${local}@${domain}`),
});

const pointers = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.uniqueArray(name, { maxLength: 3 })), {
  maxLength: 16,
});

/** Reverse look-ups of the addresses that clients have, right ones and wrong ones. */
export const reverseZone: fc.Arbitrary<Zone> = fc
  .tuple(pointers, pointers)
  .map(([four, six]) =>
    Object.fromEntries([
      ...four.map(([host, PTR]) => [`${host}.2.0.192.in-addr.arpa`, { PTR }]),
      ...six.map(([host, PTR]) => [
        `${host.toString(16)}.${"0.".repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`,
        { PTR },
      ]),
    ]),
  );

const explanation = fc.constantFrom(
  "%{i} is not one of %{d}'s designated mail servers",
  "%{c} %{v} %{h} %{o} %{s} %{p} %{r}",
  "http://why.example.com/?s=%{S}&l=%{L1r+-}&100%%%_%-",
  "The %{x}-files.",
  "caf\u00e9",
);
const explanations = fc.oneof(
  { weight: 6, arbitrary: explanation.map((text) => [text]) },
  { weight: 1, arbitrary: fc.array(explanation, { maxLength: 2 }) },
);

/** What the records of {@link macroZone} explain a fail with. */
export const explanationZone: fc.Arbitrary<Zone> = fc
  .array(explanations, { minLength: NAMES.length + 1, maxLength: NAMES.length + 1 })
  .map((texts) =>
    Object.fromEntries(
      texts.map((TXT, index) => [
        index === 0 ? "why.example.com" : `${NAMES[index - 1]?.split(".")[0]}.why.example.com`,
        { TXT },
      ]),
    ),
  );
