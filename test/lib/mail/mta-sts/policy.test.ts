import fc from "fast-check";
import { parsePolicy, validateMx } from "mailauth/lib/mta-sts";
import { type DnsName, parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import {
  formatMtaStsPolicy,
  LONGEST_MAX_AGE,
  MODES,
  type MtaStsPolicy,
  mxMatches,
  parseMtaStsPolicy,
  parseMxPattern,
  uncoveredMx,
} from "../../../../lib/mail/mta-sts/policy";
import { anyText } from "../../../support/texts";

const host = (text: string) => unwrap(text, parseName(text));
const pattern = (text: string) => unwrap(text, parseMxPattern(text));
const faultsOf = (text: string) => {
  const result = parseMtaStsPolicy(text);
  return result.ok ? [] : result.faults;
};

const exchangeOnline: MtaStsPolicy = {
  mode: "enforce",
  maxAge: 604800,
  mx: [pattern("*.mail.protection.outlook.com")],
  extensions: [],
};

test("the policy for Exchange Online, lines ending in CRLF", () => {
  expect(formatMtaStsPolicy(exchangeOnline)).toBe(
    "version: STSv1\r\nmode: enforce\r\nmx: *.mail.protection.outlook.com\r\nmax_age: 604800\r\n",
  );
});

test("lines may end in LF, and the last in nothing", () => {
  const text = "version:STSv1\nmode:\tenforce \nmx: *.Mail.Protection.Outlook.com\nmax_age: 604800";
  expect(parseMtaStsPolicy(text)).toEqual({ ok: true, value: exchangeOnline });
});

test("unknown fields are kept; of a repeated field the first counts, every mx counts", () => {
  const text =
    "version: STSv1\nmode: testing\nmode: enforce\nmx: a.contoso.com\nmx: b.contoso.com\nmax_age: 0\nx-a: 1 2\n";
  expect(parseMtaStsPolicy(text)).toEqual({
    ok: true,
    value: {
      mode: "testing",
      maxAge: 0,
      mx: ["a.contoso.com", "b.contoso.com"],
      extensions: [{ name: "x-a", value: "1 2" }],
    },
  });
});

test("mode none needs no mx, the other modes do", () => {
  expect(faultsOf("version: STSv1\nmode: none\nmax_age: 86400\n")).toEqual([]);
  expect(faultsOf("version: STSv1\nmode: testing\nmax_age: 86400\n").map(({ message }) => message)).toEqual([
    "no mx field",
  ]);
});

test("all faults of a policy are reported at once, each where it stands", () => {
  const text = "version: STSv2\nmode: Enforce\nmx: *.*.contoso.com\nmx 10\n\nmax_age: 31557601\n";
  const found = faultsOf(text).map(({ message, at }) => [
    message,
    text.substr(at?.offset ?? 0, at?.length ?? 0),
  ]);
  expect(found).toEqual([
    ["line is not a field", "mx 10"],
    ["line is not a field", ""],
    ["unknown version", "STSv2"],
    ["unknown mode", "Enforce"],
    ["max_age is out of range", "31557601"],
    ['label "*" is not legal in a host name', "*.*.contoso.com"],
  ]);
  expect(faultsOf("").map(({ message }) => message)).toEqual([
    "no version field",
    "no mode field",
    "no max_age field",
    "no mx field",
  ]);
});

test("an asterisk stands for exactly one label", () => {
  expect(
    mxMatches(pattern("*.mail.protection.outlook.com"), host("contoso-com.mail.protection.outlook.com")),
  ).toBe(true);
  expect(mxMatches(pattern("*.mx.microsoft"), host("contoso-com.o-v1.mx.microsoft"))).toBe(false);
  expect(mxMatches(pattern("*.o-v1.mx.microsoft"), host("contoso-com.o-v1.mx.microsoft"))).toBe(true);
  expect(mxMatches(pattern("*.contoso.com"), host("contoso.com"))).toBe(false);
  expect(mxMatches(pattern("mx.contoso.com"), host("mx.contoso.com"))).toBe(true);
  expect(mxMatches(pattern("contoso.com"), host("mx.contoso.com"))).toBe(false);
});

test("a host that no pattern covers is named, unless the mode is none", () => {
  const hosts = [host("contoso-com.mail.protection.outlook.com"), host("mx2.contoso.com")];
  expect(uncoveredMx(exchangeOnline, hosts)).toEqual(["mx2.contoso.com"]);
  expect(uncoveredMx({ ...exchangeOnline, mode: "none" }, hosts)).toEqual([]);
});

const labels = fc.stringMatching(/^[a-c](?:[a-c-]{0,2}[a-c])?$/);
const hosts: fc.Arbitrary<DnsName> = fc
  .array(labels, { minLength: 1, maxLength: 4 })
  .map((all) => host(all.join(".")));
const patterns: fc.Arbitrary<DnsName> = fc
  .tuple(fc.boolean(), hosts)
  .map(([wild, base]) => pattern(wild ? `*.${base}` : base));
const policies: fc.Arbitrary<MtaStsPolicy> = fc
  .record({
    mode: fc.constantFrom(...MODES),
    maxAge: fc.integer({ min: 0, max: LONGEST_MAX_AGE }),
    mx: fc.uniqueArray(patterns, { maxLength: 4 }),
    extensions: fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^x[A-Za-z0-9_.-]{0,31}$/),
        value: fc.stringMatching(/^[!-~](?:[ -~]*[!-~])?$/),
      }),
      { selector: ({ name }) => name, maxLength: 2 },
    ),
  })
  .filter(({ mode, mx }) => mode === "none" || mx.length > 0);

test("what is written is read as the same policy, by us and by mailauth", () => {
  fc.assert(
    fc.property(policies, (policy) => {
      const text = formatMtaStsPolicy(policy);
      expect(parseMtaStsPolicy(text)).toEqual({ ok: true, value: policy });
      const judged = parsePolicy(text, { strict: true });
      expect(judged).toMatchObject({ mode: policy.mode, maxAge: policy.maxAge });
      expect(judged.mx ?? []).toEqual(policy.mx);
    }),
  );
});

test("mailauth delivers to exactly the hosts that we say are covered", () => {
  fc.assert(
    fc.property(policies, hosts, (policy, mx) => {
      const judged = validateMx(mx, parsePolicy(formatMtaStsPolicy(policy), { strict: true }));
      expect(judged.valid).toBe(uncoveredMx(policy, [mx]).length === 0);
    }),
    { numRuns: 500 },
  );
});

test("any text is read without throwing", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "version: STSv1",
      "mode: none",
      "max_age: 1",
      "mx: *.",
      "\r",
      "\n",
      "\r\n",
      ":",
      " ",
      "é",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText(),
        pieces.map((all) => all.join("")),
      ),
      (text) => {
        const result = parseMtaStsPolicy(text);
        if (result.ok) expect(parseMtaStsPolicy(formatMtaStsPolicy(result.value))).toEqual(result);
        else expect(result.faults).not.toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
