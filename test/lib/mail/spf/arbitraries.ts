import fc from "fast-check";
import { unwrap } from "../../../../lib/fault";
import {
  type DomainSpec,
  parseDomainSpec,
  parseSpf,
  type SpfModifier,
  type SpfRecord,
  type SpfTerm,
} from "../../../../lib/mail/spf";

/** Objects as the parser makes them, so that toStrictEqual can compare. */
const plain = { noNullPrototype: true } as const;
const qualifier = fc.constantFrom("+", "-", "~", "?");
const label = fc.stringMatching(/^[A-Za-z0-9_](?:[A-Za-z0-9-]{0,10}[A-Za-z0-9])?$/);
const toplabel = fc.constantFrom("com", "NL", "example", "xn--zckzah", "1a", "museum.");
const macro = fc
  .tuple(
    fc.constantFrom(..."slodiphvSLODIPHV"),
    fc.constantFrom("", "1", "2", "127"),
    fc.constantFrom("", "r", "R"),
    fc.stringMatching(/^[.\-+,/_=]{0,3}$/),
  )
  .map(([letter, digits, reverse, delimiters]) => `%{${letter}${digits}${reverse}${delimiters}}`);
const piece = fc.oneof(label, macro, fc.constantFrom("%%", "%_", "%-", ":", "/", "foo/24", "+"));
const beginning = fc.array(piece, { maxLength: 4 });

/** Any domain-spec of the grammar: literal, with macros, with odd characters. */
export const domainSpec: fc.Arbitrary<DomainSpec> = fc
  .oneof(
    fc.tuple(beginning, toplabel).map(([parts, end]) => `${parts.join(".")}.${end}`),
    fc.tuple(beginning, macro).map(([parts, end]) => `${parts.join(".")}${end}`),
  )
  .map((text) => unwrap(text, parseDomainSpec(text)));

const cidr4 = fc.integer({ min: 0, max: 32 });
const cidr6 = fc.integer({ min: 0, max: 128 });

/** The address as `parseSpf` holds it; fast-check draws other spellings of the same one too. */
function address(kind: "ip4" | "ip6", text: string): string {
  const [term] = unwrap(text, parseSpf(`v=spf1 ${kind}:${text}`)).terms;
  return term?.kind === kind ? term.address : "";
}

const directive: fc.Arbitrary<SpfTerm> = fc.oneof(
  fc.record({ kind: fc.constant("all"), qualifier }, plain),
  fc.record({ kind: fc.constantFrom("include", "exists"), qualifier, domain: domainSpec }, plain),
  fc.record(
    { kind: fc.constant("ptr"), qualifier, domain: domainSpec },
    { requiredKeys: ["kind", "qualifier"], noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constantFrom("a", "mx"), qualifier, domain: domainSpec, cidr4, cidr6 },
    { requiredKeys: ["kind", "qualifier", "cidr4", "cidr6"], noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant("ip4"), qualifier, address: fc.ipV4(), cidr: cidr4 }, plain),
  fc.record(
    {
      kind: fc.constant("ip6"),
      qualifier,
      address: fc.ipV6().map((text) => address("ip6", text)),
      cidr: cidr6,
    },
    plain,
  ),
);

const unknown: fc.Arbitrary<SpfTerm> = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,8}$/).filter((name) => !/^(?:redirect|exp)$/i.test(name)),
    domainSpec,
  )
  .map(([name, { text, parts }]) => ({ kind: "unknown", name, value: { text, parts } }));

const once = <K extends SpfModifier["kind"]>(kind: K) =>
  fc.option(fc.record({ kind: fc.constant(kind), domain: domainSpec }, plain), { nil: undefined });

/** Any record that the grammar allows, its terms in any order. */
export const spfRecord: fc.Arbitrary<SpfRecord> = fc
  .tuple(fc.array(fc.oneof(directive, unknown), { maxLength: 8 }), once("redirect"), once("exp"))
  .chain(([terms, redirect, exp]) => {
    const all = [...terms, ...(redirect ? [redirect] : []), ...(exp ? [exp] : [])];
    return fc.shuffledSubarray(all, { minLength: all.length });
  })
  .map((terms) => ({ terms }));

/** Text that is nearly a record: the grammar's own pieces in any order, and noise. */
export const nearlySpf: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."+-~? :/=.%{}",
        ...["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists", "redirect", "exp", "foo"],
        ...["contoso.com", "192.0.2.1", "2001:db8::1", "%{d}", "%{i", "/24", "//64", "%%", "é", "\t"],
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 16 },
  )
  .map((pieces) => `v=spf1 ${pieces.join("")}`);
