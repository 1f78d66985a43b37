import { parseName } from "../../../../lib/dns/name";
import { formatFault, unwrap } from "../../../../lib/fault";
import { buildMtaSts } from "../../../../lib/mail/mta-sts/build";

const host = (text: string) => unwrap(text, parseName(text));

function faults(...[options, hosts]: Parameters<typeof buildMtaSts>): readonly string[] {
  const result = buildMtaSts(options, hosts);
  return result.ok ? [] : result.faults.map(formatFault);
}

const of = (mx: string, found: string) => `mx: MX host ${found} is not covered by the policy, got ${mx}`;

test.each<[string, readonly string[], string]>([
  ["mx.contoso.com", ["*.contoso.net"], `${of("*.contoso.net", "mx.contoso.com")}; add mx.contoso.com`],
  // The wildcard's own domain is no host of it.
  ["contoso.net", ["*.contoso.net"], `${of("*.contoso.net", "contoso.net")}; add contoso.net`],
  // A name that only ends alike.
  ["a.b.xcontoso.net", ["*.contoso.net"], `${of("*.contoso.net", "a.b.xcontoso.net")}; add a.b.xcontoso.net`],
  // No wildcard: the host lies below it all the same.
  ["a.b.contoso.net", ["contoso.net"], `${of("contoso.net", "a.b.contoso.net")}; add a.b.contoso.net`],
  [
    "a.b.c.contoso.net",
    ["mx.contoso.net", "*.contoso.net"],
    `${of("mx.contoso.net, *.contoso.net", "a.b.c.contoso.net")}; expected a wildcard stands for exactly one label (RFC 8461 §4.1); write *.b.c.contoso.net or a.b.c.contoso.net for *.contoso.net`,
  ],
])("%s beside %j", (found, mx, fault) => {
  expect(faults({ mode: "enforce", mx }, [host(found)])).toEqual([fault]);
});

test("each host that is left out is told, and in mode none no host is", () => {
  const hosts = [host("a.contoso.com"), host("b.contoso.com"), host("mx.contoso.net")];
  expect(faults({ mode: "testing", mx: ["b.contoso.com"] }, hosts)).toEqual([
    `${of("b.contoso.com", "a.contoso.com")}; add a.contoso.com`,
    `${of("b.contoso.com", "mx.contoso.net")}; add mx.contoso.net`,
  ]);
  expect(faults({ mode: "none", mx: ["b.contoso.com"] }, hosts)).toEqual([]);
});

test("a host that the domain names twice is one pattern", () => {
  const result = buildMtaSts({ mode: "testing" }, [host("mx.contoso.com"), host("mx.contoso.com")]);
  expect(result).toMatchObject({ ok: true, value: { mx: ["mx.contoso.com"] } });
});

test("a pattern that stands there twice, or is none, is told without judging what the others cover", () => {
  expect(
    faults({ mode: "enforce", mx: ["*.contoso.net", "*.Contoso.NET"] }, [host("mx.contoso.com")]),
  ).toEqual(['mx[1]: MX pattern given twice, got "*.Contoso.NET"']);
});

test("a lifetime that is out of range does not hide a host that is left out", () => {
  expect(faults({ mode: "enforce", maxAge: -1, mx: ["mx.contoso.net"] }, [host("mx.contoso.com")])).toEqual([
    "maxAge: lifetime is out of range, got -1; expected whole seconds from 0 to 31557600",
    `${of("mx.contoso.net", "mx.contoso.com")}; add mx.contoso.com`,
  ]);
});

test("an empty list of patterns beside hosts is the list's fault, not the domain's", () => {
  const hosts = [host("mx1.contoso.com"), host("mx2.contoso.com")];
  for (const mode of ["enforce", "testing"] as const) {
    expect(faults({ mode, mx: [] }, hosts)).toEqual([
      "mx: policy names no MX host, got an empty list; leave mx out, and the policy names mx1.contoso.com, mx2.contoso.com; or use mode none",
    ]);
  }
  expect(faults({ mode: "none", mx: [] }, hosts)).toEqual([]);
});
