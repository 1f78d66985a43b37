import type { DmarcDisposition } from "../../lib/options";
import { temporaryFolder } from "../support/temp";
import { dnsOf, type Resolver } from "./dns";
import { EXAMPLES, type MailName, mailNames, synthesizeExample } from "./example";
import { judge } from "./judge";
import { routesOf } from "./routes";
import { FORGED_KEY, STRANGER_DOMAIN, STRANGER_IP, STRANGER_KEY, thirdParty } from "./third-parties";

const MILDER = { reject: "quarantine", quarantine: "none", none: "none" } as const;

/** What receivers are asked to do with forgeries, as the estate says it. */
function declaredDisposition({ options, parent }: MailName): DmarcDisposition {
  const { profile, dmarc } = options;
  if (!dmarc && parent) {
    const above = parent.options.dmarc;
    const policy = above?.subdomainPolicy ?? above?.policy ?? "none";
    return above?.test ? MILDER[policy] : policy;
  }
  const policy = dmarc?.policy ?? (profile === "parked" || profile === "receive-only" ? "reject" : "none");
  return dmarc?.test ? MILDER[policy] : policy;
}

/** What SPF says of a client that nobody declared. */
function declaredVerdict({ options: { profile, spf } }: MailName): string {
  return profile === "parked" || profile === "receive-only" ? "fail" : (spf?.all ?? "fail");
}

const sendsNothing = ({ options: { profile } }: MailName) =>
  profile === "parked" || profile === "receive-only";

describe.each(EXAMPLES)("the %s example, judged by mailauth", (example) => {
  const names = mailNames(example);
  let resolver: Resolver;

  beforeAll(async () => {
    const stacks = await synthesizeExample(example, temporaryFolder());
    resolver = dnsOf(stacks.flatMap(({ records }) => records));
  });

  test("mail leaves in the name of every domain but those that are to be silent", () => {
    const silent = names.filter((name) => routesOf(name).length === 0);
    expect(silent).toEqual(names.filter(sendsNothing));
  });

  describe.each(names.filter((name) => !sendsNothing(name)))("declared mail from $name", (name) => {
    const from = name.name;
    const routes = routesOf(name);

    test.each(routes)(
      "passes SPF from $by, and by it DMARC where the bounce address aligns",
      async (route) => {
        const { mailFrom, ip, spfAligns } = route;
        const { spf, dmarc } = await judge({ from, mailFrom, ip }, resolver);
        expect({ spf, dmarc }).toEqual({ spf: "pass", dmarc: spfAligns ? "pass" : "fail" });
        // What does not align by SPF has to be signed.
        expect(spfAligns || route.signatures.length > 0).toBe(true);
      },
    );

    test("passes DMARC by each signature alone, forwarded by a stranger", async () => {
      const signatures = routes.flatMap((route) => route.signatures);
      const verdicts = await Promise.all(
        signatures.map(async (signature) => {
          const forwarded = { from, mailFrom: STRANGER_DOMAIN, ip: STRANGER_IP, signature };
          const { dkim, dmarc } = await judge(forwarded, resolver);
          return { selector: signature.selector, dkim, dmarc };
        }),
      );
      expect(verdicts).toEqual(signatures.map(({ selector }) => ({ selector, dkim: "pass", dmarc: "pass" })));
    });
  });

  describe.each(names)("forged mail from $name", (name) => {
    const from = name.name;
    const disposition = declaredDisposition(name);

    test("fails from an unknown address, and meets the declared disposition", async () => {
      const verdict = await judge({ from, mailFrom: from, ip: STRANGER_IP }, resolver);
      expect(verdict).toEqual({ spf: declaredVerdict(name), dkim: "none", dmarc: "fail", disposition });
    });

    test("fails with an honest stranger's SPF and signature", async () => {
      const signature = { domain: STRANGER_DOMAIN, selector: "mail", privateKey: STRANGER_KEY.privateKey };
      const verdict = await judge({ from, mailFrom: STRANGER_DOMAIN, ip: STRANGER_IP, signature }, resolver);
      expect(verdict).toEqual({ spf: "pass", dkim: "pass", dmarc: "fail", disposition });
    });
  });
});

const group = mailNames("group");

describe("the group", () => {
  let resolver: Resolver;

  beforeAll(async () => {
    const stacks = await synthesizeExample("group", temporaryFolder());
    resolver = dnsOf([
      ...stacks.flatMap(({ records }) => records),
      text("mail.woodgrovebank.com", `v=spf1 ip4:${thirdParty("Exchange Online").ip} -all`),
    ]);
  });

  const keyed = group.flatMap((name) =>
    routesOf(name).flatMap(({ ownKeys = [] }) => ownKeys.map((selector) => ({ from: name.name, selector }))),
  );
  test.each(keyed)(
    "publishes the key $selector of $from, which refuses a forger's signature",
    async (key) => {
      const { from, selector } = key;
      const signature = { domain: from, selector, privateKey: FORGED_KEY, algorithm: "rsa-sha256" };
      const forged = { from, mailFrom: STRANGER_DOMAIN, ip: STRANGER_IP, signature };
      // "fail" is a signature that does not fit the key; without a readable key it would be "neutral".
      expect(await judge(forged, resolver)).toMatchObject({ dkim: "fail", dmarc: "fail" });
    },
  );

  const parked = group.filter(({ options }) => options.profile === "parked");
  test.each(parked)("has all mail refused in the name of $name, and below it", async ({ name }) => {
    for (const by of ["Exchange Online", "sendgrid"]) {
      const verdict = await judge({ from: name, mailFrom: name, ip: thirdParty(by).ip }, resolver);
      expect(verdict).toEqual({ spf: "fail", dkim: "none", dmarc: "fail", disposition: "reject" });
    }
    const below = await judge({ from: `mail.${name}`, mailFrom: `mail.${name}`, ip: STRANGER_IP }, resolver);
    expect(below).toEqual({ spf: "none", dkim: "none", dmarc: "fail", disposition: "reject" });
  });

  test("has parked names whose keys are all revoked", async () => {
    expect(await resolver("s1._domainkey.contoso-login.example", "TXT")).toEqual([["v=DKIM1; p="]]);
    expect(await resolver("selector1._domainkey.woodgrove-bank.example", "TXT")).toEqual([["v=DKIM1; p="]]);
  });

  test("asks for the refusal of names below contoso.com that do not exist", async () => {
    const name = "invoices.contoso.com";
    const verdict = await judge({ from: name, mailFrom: name, ip: STRANGER_IP }, resolver);
    expect(verdict).toEqual({ spf: "none", dkim: "none", dmarc: "fail", disposition: "reject" });
  });

  test("has a bank for which a subdomain's bounce address does not speak", async () => {
    const { ip } = thirdParty("Exchange Online");
    const verdict = await judge(
      { from: "woodgrovebank.com", mailFrom: "mail.woodgrovebank.com", ip },
      resolver,
    );
    expect(verdict).toEqual({ spf: "pass", dkim: "none", dmarc: "fail", disposition: "reject" });
  });
});

function text(name: string, value: string) {
  return { name, type: "TXT", data: value, strings: [value] };
}
