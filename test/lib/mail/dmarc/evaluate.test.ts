import fc from "fast-check";
import { dmarc } from "mailauth/lib/dmarc";
import { evaluateDmarc, type Identifier } from "../../../../lib/mail/dmarc/evaluate";
import { mailauthResolver } from "../mailauth";
import { resolverOf, type Zone } from "../spf/zone";

const NAMES = [
  "contoso.com",
  "news.contoso.com",
  "a.news.contoso.com",
  "fabrikam.com",
  "mail.fabrikam.com",
  "com",
] as const;
const RECORDS = [
  "v=DMARC1; p=none",
  "v=DMARC1; p=reject; sp=quarantine; np=reject",
  "v=DMARC1; p=quarantine; adkim=s; aspf=s; t=y",
  "v=DMARC1; p=reject; psd=n",
  "v=DMARC1; p=none; np=reject; psd=y; rua=mailto:d@contoso.com",
  "v=DMARC1; p=reject; adkim=s",
  "v=DMARC1; rua=mailto:d@contoso.com",
  "v=DMARC1",
  "v=DMARC1; p=rejekt; rua=mailto:d@contoso.com",
  "v=DMARC1; p=rejekt",
  "v=spf1 -all",
];

const zone = fc
  .tuple(...NAMES.map(() => fc.array(fc.constantFrom(...RECORDS), { maxLength: 2 })), fc.subarray([...NAMES]))
  .map((drawn): Zone => {
    const existing = drawn[NAMES.length] as readonly string[];
    return Object.fromEntries([
      ...existing.map((name) => [name, { A: ["192.0.2.1"] }]),
      ...NAMES.flatMap((name, at) => {
        const texts = drawn[at] as readonly string[];
        return texts.length > 0 ? [[`_dmarc.${name}`, { TXT: texts }]] : [];
      }),
    ]);
  });
const identifiers = fc.array(
  fc.record<Identifier>({
    by: fc.constantFrom("spf", "dkim"),
    domain: fc.constantFrom(...NAMES.slice(0, 5)),
  }),
  { maxLength: 3 },
);

test("mailauth comes to the same by DMARC, and asks for the same (property)", async () => {
  await fc.assert(
    fc.asyncProperty(
      zone,
      fc.constantFrom(...NAMES.slice(0, 5)),
      identifiers,
      async (records, author, passed) => {
        const resolve = resolverOf(records);
        const { result, disposition, policyDomain, organization } = await evaluateDmarc(
          author,
          passed,
          resolve,
        );
        const judged = await dmarc({
          headerFrom: [`ceo@${author}`],
          spfDomains: passed.filter(({ by }) => by === "spf").map(({ domain }) => domain),
          dkimDomains: passed
            .filter(({ by }) => by === "dkim")
            .map(({ domain }) => ({ domain, aligned: domain })),
          resolver: mailauthResolver(resolve),
          strict: true,
        });
        if (!judged) throw new Error("mailauth finds no author");
        const { status, policy } = judged;
        expect({ result, ...(result === "none" ? {} : { disposition }) }).toEqual({
          result: status.result,
          ...(result === "none" ? {} : { disposition: policy }),
        });
        if (result !== "none") {
          expect({ policyDomain, organization }).toEqual({
            policyDomain: judged.policyDomain,
            organization: judged.domain,
          });
        }
      },
    ),
    { numRuns: 1000 },
  );
});

describe("where nobody answers", () => {
  test("for the author's own record, nothing is told but what aligns by itself", async () => {
    const resolve = resolverOf({ "_dmarc.contoso.com": "failure" });
    expect(await evaluateDmarc("contoso.com", [], resolve)).toMatchObject({
      result: "temperror",
      unanswered: ["contoso.com"],
    });
  });

  test("whether a subdomain exists, it is not told what is asked for", async () => {
    const resolve = resolverOf({
      "_dmarc.contoso.com": { TXT: ["v=DMARC1; p=none; np=reject"] },
      "news.contoso.com": "failure",
    });
    const check = await evaluateDmarc("news.contoso.com", [], resolve);
    expect([check.result, check.disposition]).toEqual(["temperror", undefined]);
  });

  test("at the top of the tree, the record that was found holds", async () => {
    const resolve = resolverOf({
      "_dmarc.contoso.com": { TXT: ["v=DMARC1; p=reject"] },
      "_dmarc.com": "failure",
    });
    expect(await evaluateDmarc("contoso.com", [{ by: "spf", domain: "contoso.com" }], resolve)).toMatchObject(
      {
        result: "pass",
        unanswered: ["com"],
      },
    );
  });
});
