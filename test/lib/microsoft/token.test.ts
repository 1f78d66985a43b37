import fc from "fast-check";
import { parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";
import { dkimToken, eopToken } from "../../../lib/microsoft/token";

describe("the label that Microsoft derives from a domain", () => {
  it.each([
    ["contoso.com", "contoso-com"],
    ["mail.contoso.co.uk", "mail-contoso-co-uk"],
    // Published MX records of these domains.
    ["mu-sigma.com", "musigma-com0e"],
    ["1-2.co.uk", "12-co-uk0c"],
    ["heig-vd.ch", "heigvd-ch01b"],
    ["jason-shadow.com", "jasonshadow-com01c"],
    ["flagstaff-partners.com", "flagstaffpartners-com02c"],
    // By the rule: hyphens in one group of four, in neighbouring groups, and far apart.
    ["svra-tech.com", "svratech-com01b"],
    ["my-company.co.uk", "mycompany-co-uk0e"],
    ["a-b-c.com", "abc-com0k"],
    ["abc-defg-h.nl", "abcdefgh-nl0i1b"],
    ["xn--mnchen-3ya.de", "xnmnchen3ya-de0m1e"],
  ])("%s is %s", (domain, token) => {
    expect(eopToken(name(domain))).toEqual({ ok: true, value: token });
    expect(dkimToken(name(domain))).toEqual({ ok: true, value: token });
  });

  it("is refused when it does not fit into one DNS label", () => {
    const domain = `${"abcdefghij.".repeat(6)}com`;
    expect(eopToken(name(domain))).toEqual({
      ok: false,
      faults: [
        {
          message: "the name that Microsoft derives from the domain would be a label of 69 octets",
          received: domain,
          expected: "at most 63 octets",
          fix: "give the host name that Microsoft shows for the domain instead of deriving it",
        },
      ],
    });
  });

  it("keeps the places of all hyphens, so that a-b.com and ab.com never share a host", () => {
    const label = fc.stringMatching(/^[a-z](?:[a-z-]{0,12}[a-z])?$/).filter((text) => !/^..--/.test(text));
    fc.assert(
      fc.property(label, label, (first, second) => {
        const domain = `${first}.${second}.com`;
        const token = eopToken(name(domain));
        expect(token.ok && restore(token.value)).toBe(domain);
      }),
    );
  });
});

function name(text: string) {
  return unwrap(text, parseName(text));
}

/** The domain that a token stands for: the rule read backwards, for names without digits. */
function restore(token: string): string {
  const [base = "", suffix = ""] = token.split(/(?<=^[a-z-]+)0/);
  const characters = [...base.replaceAll("-", ".")];
  let group = 0;
  for (const part of suffix.match(/\d+|[a-p]/g) ?? []) {
    if (/\d/.test(part)) {
      group += Number(part);
      continue;
    }
    const bits = part.charCodeAt(0) - "a".charCodeAt(0);
    for (let place = 0; place < 4; place++)
      if (bits & (1 << place)) characters.splice(4 * group + place, 0, "-");
    group += 1;
  }
  return characters.join("");
}
