import { type DnsName, parseName } from "../../../../lib/dns/name";
import { reportAuthorizations } from "../../../../lib/estate/resolve/reports";
import { unwrap } from "../../../../lib/fault";

const name = (text: string): DnsName => unwrap(text, parseName(text));

/** Who accepts reports from whom, when each sender sends to these addresses. */
function accepts(senders: Readonly<Record<string, readonly string[]>>, domains: readonly string[]) {
  const published = Object.entries(senders).map(([sender, rua]) => ({ name: name(sender), dmarc: { rua } }));
  return Object.fromEntries(reportAuthorizations(published, new Set(domains.map(name))));
}

describe("a DMARC report address in another domain of the estate", () => {
  const DOMAINS = ["contoso.com", "fabrikam.com", "eu.contoso.com"];

  test("makes that domain authorise the sender", () => {
    expect(
      accepts(
        {
          "fabrikam.com": ["mailto:dmarc@contoso.com", "mailto:d2@CONTOSO.com!10m"],
          "adatum.com": ["mailto:dmarc@contoso.com?subject=x"],
        },
        DOMAINS,
      ),
    ).toEqual({ "contoso.com": ["adatum.com", "fabrikam.com"] });
  });

  test("below an estate domain is authorised by the closest one, with the receiver's name", () => {
    expect(
      accepts({ "fabrikam.com": ["mailto:a@reports.contoso.com", "mailto:a@x.eu.contoso.com"] }, DOMAINS),
    ).toEqual({
      "contoso.com": ["fabrikam.com@reports.contoso.com"],
      "eu.contoso.com": ["fabrikam.com@x.eu.contoso.com"],
    });
  });

  test("needs nothing within one tree, outside the estate, or for what is no mailto address", () => {
    expect(
      accepts(
        {
          "contoso.com": ["mailto:d@contoso.com", "mailto:d@reports.contoso.com"],
          "news.contoso.com": ["mailto:d@contoso.com"],
          "fabrikam.com": [
            "mailto:d@dmarc-vendor.example",
            "https://contoso.com/",
            "d@contoso.com",
            "mailto:d@-",
          ],
        },
        DOMAINS,
      ),
    ).toEqual({});
  });

  test("counts failure reports too", () => {
    const sender = { name: name("fabrikam.com"), dmarc: { ruf: ["mailto:f@contoso.com"] } };
    expect(reportAuthorizations([sender], new Set([name("contoso.com")]))).toEqual(
      new Map([["contoso.com", ["fabrikam.com"]]]),
    );
  });
});
