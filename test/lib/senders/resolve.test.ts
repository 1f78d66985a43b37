import { parseName } from "../../../lib/dns/name";
import { formatFault, unwrap } from "../../../lib/fault";
import { resolveUse } from "../../../lib/senders/resolve";

const KEY =
  "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDeMVIzrCa3T14JsNY0IRv5/2V1/v2itlviLQBwXsa7shBD6TrBkswsFUToPyMRWC9tbR/5ey0nRBH0ZVxp+lsmTxid2Y2z+FApQ6ra2VsXfbJP3HE6wAO0YTVEJt1TmeczhEd2Jiz/fcabIISgXEdSpTYJhb0ct0VJRxcg4c8c7wIDAQAB";

describe("SendGrid", () => {
  it("gets two selectors, and no include in the domain's SPF record", () => {
    expect(parts({ sendgrid: { selectors: ["s1", "s2"], account: "u1234.wl001" } })).toEqual({
      name: "sendgrid",
      title: "Twilio SendGrid",
      spfIncludes: [],
      spfA: [],
      dkim: [
        {
          selector: "s1",
          key: "s1",
          label: "s1._domainkey",
          target: "s1.domainkey.u1234.wl001.sendgrid.net",
        },
        {
          selector: "s2",
          key: "s2",
          label: "s2._domainkey",
          target: "s2.domainkey.u1234.wl001.sendgrid.net",
        },
      ],
      records: [],
    });
  });

  it("gets its bounce subdomain as an alias, which brings SendGrid's SPF record along", () => {
    expect(parts({ sendgrid: { account: "u1234.wl001", returnPath: "em1234" } }).records).toEqual([
      {
        purpose: "return-path",
        key: "em1234",
        label: "em1234",
        type: "CNAME",
        target: "u1234.wl001.sendgrid.net",
      },
    ]);
  });

  it("is refused in the domain's SPF record, with the reason and what to do instead", () => {
    expect(refusal({ sendgrid: { account: "u1234.wl001", spf: true } })).toEqual([
      "sendgrid.spf: mail of Twilio SendGrid does not align through this domain's SPF record, got true; " +
        "expected no include, since SendGrid sends with a bounce address at sendgrid.net, or at the subdomain of " +
        "domain authentication, where the CNAME brings SendGrid's SPF record along; " +
        "give returnPath, the em1234 of SendGrid's first CNAME",
    ]);
  });
});

describe("Amazon SES", () => {
  const tokens = [
    "hirjd4exampled5477y22yd23ettobi2",
    "v3rnz522czcl46quexamplek3efo5o6x",
    "y4examplexbhyhnsjcmtvzotfvqjmdqo",
  ];

  it("gets an alias for each of the three tokens", () => {
    expect(parts({ "amazon-ses": { tokens } }).dkim).toEqual(
      tokens.map((token) => ({
        selector: token,
        key: token,
        label: `${token}._domainkey`,
        target: `${token}.dkim.amazonses.com`,
      })),
    );
  });

  it("gets MX and SPF at its MAIL FROM subdomain, in the region that takes the bounces", () => {
    const use = { "amazon-ses": { tokens, mailFrom: "bounce", region: "eu-central-1" } };
    expect(parts(use).records).toEqual([
      {
        purpose: "return-path",
        key: "bounce-Mx",
        label: "bounce",
        type: "MX",
        preference: 10,
        exchange: "feedback-smtp.eu-central-1.amazonses.com",
      },
      {
        purpose: "return-path",
        key: "bounce-Spf",
        label: "bounce",
        type: "TXT",
        value: "v=spf1 include:amazonses.com ~all",
      },
    ]);
    expect(parts(use).spfIncludes).toEqual([]);
  });

  it("wants a region beside the MAIL FROM subdomain", () => {
    expect(refusal({ "amazon-ses": { tokens, mailFrom: "bounce" } })).toEqual([
      "amazon-ses: amazon-ses lacks region, which is needed beside mailFrom; " +
        "expected the region that takes the bounces; add region, such as eu-central-1",
    ]);
  });

  it("wants all three tokens, each once", () => {
    expect(refusal({ "amazon-ses": { tokens: tokens.slice(0, 2) } })).toEqual([
      `amazon-ses.tokens: list of 2, got [${tokens.slice(0, 2).join(", ")}]; expected 3: the three Easy DKIM tokens`,
    ]);
    const [first = "", second = ""] = tokens;
    expect(refusal({ "amazon-ses": { tokens: [first, second, first] } })).toEqual([
      `amazon-ses.tokens[2]: value given twice, got "${first}"`,
    ]);
  });
});

describe("Google Workspace", () => {
  it("stands in the domain's SPF record, since Gmail sends with the user's own address", () => {
    expect(parts("google-workspace")).toMatchObject({ spfIncludes: ["_spf.google.com"], dkim: [] });
  });

  it("stays out of it on request", () => {
    expect(parts({ "google-workspace": { spf: false } }).spfIncludes).toEqual([]);
  });

  it("signs with the key that the Admin console shows", () => {
    expect(parts({ "google-workspace": { key: `v=DKIM1; k=rsa; p=${KEY}` } }).dkim).toEqual([
      { selector: "google", key: "google", label: "google._domainkey", txt: `v=DKIM1; k=rsa; p=${KEY}` },
    ]);
  });
});

describe("Mailgun", () => {
  it("sends as the domain itself: include and selectors there, and no MX", () => {
    expect(parts({ mailgun: { dkimHost: "9d876.dkim1.mailgun.com" } })).toMatchObject({
      spfIncludes: ["mailgun.org"],
      dkim: [
        { label: "pdk1._domainkey", target: "pdk1._domainkey.9d876.dkim1.mailgun.com" },
        { label: "pdk2._domainkey", target: "pdk2._domainkey.9d876.dkim1.mailgun.com" },
      ],
      records: [],
    });
  });

  it("sends as a subdomain: everything there, and nothing in the domain's own SPF record", () => {
    const result = parts({ mailgun: { subdomain: "mg", selector: "smtp", key: KEY } });
    expect(result.spfIncludes).toEqual([]);
    expect(result.dkim).toEqual([
      {
        selector: "smtp",
        key: "smtp.mg",
        label: "smtp._domainkey.mg",
        txt: `v=DKIM1; k=rsa; p=${KEY}`,
      },
    ]);
    expect(result.records.map((record) => `${record.label} ${record.type} ${record.key}`)).toEqual([
      "mg TXT mg-Spf",
      "mg MX mg-MxA",
      "mg MX mg-MxB",
    ]);
  });

  it("takes replies at the hosts of its region", () => {
    const hosts = (region: object) =>
      parts({ mailgun: { subdomain: "mg", dkimHost: "9d876.dkim1.mailgun.com", ...region } }).records.flatMap(
        (record) => (record.type === "MX" ? [record.exchange] : []),
      );
    expect(hosts({})).toEqual(["mxa.mailgun.org", "mxb.mailgun.org"]);
    expect(hosts({ region: "us" })).toEqual(hosts({}));
    expect(hosts({ region: "eu" })).toEqual(["mxa.eu.mailgun.org", "mxb.eu.mailgun.org"]);
  });

  it("refuses an include in the domain's own record beside a sending subdomain", () => {
    const use = { mailgun: { subdomain: "mg", dkimHost: "9d876.dkim1.mailgun.com", spf: true } };
    expect(refusal(use)).toEqual([
      "mailgun.spf: mail of Mailgun does not align through this domain's SPF record, got true; " +
        "expected no include beside subdomain; " +
        "the SPF record of the sending subdomain is published for you; the domain's own needs no include",
    ]);
  });

  it("takes one way to DKIM, and the whole of it", () => {
    expect(refusal("mailgun")).toEqual([
      "mailgun lacks its DKIM values; expected dkimHost, or selector and key",
    ]);
    expect(refusal({ mailgun: { dkimHost: "9d876.dkim1.mailgun.com", key: KEY } })).toEqual([
      "mailgun: mailgun takes only one of its alternatives; expected dkimHost, or selector and key",
    ]);
    expect(refusal({ mailgun: { key: KEY } })).toEqual([
      "mailgun: mailgun lacks selector, which is needed beside key; " +
        "expected for a key of your own zone: its selector",
    ]);
  });
});

describe("senders with fixed records", () => {
  it("need no values", () => {
    expect(parts("mailchimp").dkim.map((part) => part.label)).toEqual(["k2._domainkey", "k3._domainkey"]);
    expect(parts("mandrill").dkim.map((part) => part.label)).toEqual(["mte1._domainkey", "mte2._domainkey"]);
    expect(parts("zendesk")).toMatchObject({
      spfIncludes: ["mail.zendesk.com"],
      dkim: [{ target: "zendesk1._domainkey.zendesk.com" }, { target: "zendesk2._domainkey.zendesk.com" }],
    });
  });

  it("take the domain into their targets where the sender does", () => {
    expect(parts("brevo").dkim).toMatchObject([
      { label: "brevo1._domainkey", target: "b1.contoso-com.dkim.brevo.com" },
      { label: "brevo2._domainkey", target: "b2.contoso-com.dkim.brevo.com" },
    ]);
    expect(parts({ hubspot: { portal: "12345678", cluster: "hs06" } }).dkim).toMatchObject([
      { label: "hs1-12345678._domainkey", target: "contoso-com.hs06a.dkim.hubspotemail.net" },
      { label: "hs2-12345678._domainkey", target: "contoso-com.hs06b.dkim.hubspotemail.net" },
    ]);
  });
});

describe("Salesforce", () => {
  const values = {
    selector: "salesforce1",
    token: "ab12cd",
    alternateSelector: "salesforce2",
    alternateToken: "ef34gh",
  };

  it("stays out of SPF, since bounce management is on unless someone turned it off", () => {
    expect(parts({ salesforce: values })).toMatchObject({
      spfIncludes: [],
      dkim: [
        { label: "salesforce1._domainkey", target: "salesforce1.ab12cd.custdkim.salesforce.com" },
        { label: "salesforce2._domainkey", target: "salesforce2.ef34gh.custdkim.salesforce.com" },
      ],
    });
  });

  it("goes into SPF where the estate says that it is off", () => {
    expect(parts({ salesforce: { ...values, spf: true } }).spfIncludes).toEqual(["_spf.salesforce.com"]);
  });
});

describe("gateways", () => {
  it("are named by region or cluster", () => {
    expect(parts({ mimecast: { region: "eu" } }).spfIncludes).toEqual(["eu._netblocks.mimecast.com"]);
    expect(parts({ proofpoint: { cluster: "00123401" } }).spfIncludes).toEqual(["spf-00123401.pphosted.com"]);
  });

  it("have a name of their own for a region that is elsewhere", () => {
    expect(parts({ mimecast: { region: "uspcom" } }).spfIncludes).toEqual([
      "uspcom._netblocks.mimecast-pscom-us.com",
    ]);
    expect(parts({ "proofpoint-essentials": { region: "us" } })).toMatchObject({
      spfIncludes: ["_spf-us.ppe-hosted.com"],
      spfA: [],
    });
  });
});

describe("Klaviyo", () => {
  const own = {
    sendingDomain: "send",
    target: "3840918940202419532.klaviyodns.com",
    dkimHost: "_domainkey.3840918940202419532.klaviyodns.com",
  };

  it("signs with the selectors of the kind of mail, which nobody guesses", () => {
    expect(parts({ klaviyo: { ...own, selectors: ["kt1", "kt2"] } }).dkim).toMatchObject(
      ["kt1", "kt2"].map((selector) => ({
        label: `${selector}._domainkey`,
        target: `${selector}._domainkey.3840918940202419532.klaviyodns.com`,
      })),
    );
    expect(refusal({ klaviyo: own })).toEqual([expect.stringContaining("selectors")]);
  });
});

describe("a sender use", () => {
  it("reports every fault at once, each with its path", () => {
    expect(
      refusal({ sendgrid: { selectors: ["s1", "bad selector"], acount: "u1234.wl001", spf: "yes" } }),
    ).toEqual([
      'sendgrid.acount: sendgrid has no parameter "acount"; ' +
        "expected account, selectors, returnPath, spf; write account",
      "sendgrid: sendgrid lacks account, which is needed by every use; " +
        "expected the account in the CNAME targets; add account, such as u1234.wl001",
      'sendgrid.spf: spf of a sender is true or false, got "yes"',
      'sendgrid.selectors[1]: label "bad selector" is not legal in a DNS owner name, got "bad selector"; ' +
        "expected letters, digits, underscores and inner hyphens",
    ]);
  });

  it.each([
    ["sendgird", "sendgrid"],
    ["send-grid", "sendgrid"],
    ["ses", "amazon-ses"],
    ["sendinblue", "brevo"],
    ["gsuite", "google-workspace"],
    ["mailchimp-transactional", "mandrill"],
  ])("by the name %s is refused, and %s suggested", (name, meant) => {
    expect(refusal(name)).toEqual([`unknown sender, got "${name}"; did you mean ${meant}?`]);
  });

  it("of a sender that is not known says how to declare it by hand", () => {
    expect(refusal("acme-mailer")).toEqual([
      expect.stringMatching(/; declare it by hand: its selectors under dkim\.selectors/),
    ]);
  });

  it("does not take a property of every object for a sender", () => {
    expect(refusal("constructor")).toEqual([expect.stringMatching(/^unknown sender, got "constructor"/)]);
  });

  it("names exactly one sender", () => {
    expect(refusal({})).toEqual([
      "a sender is one name, or one name with its values, got {}; " +
        "expected mailchimp, or { sendgrid: { account: u1234.wl001 } }",
    ]);
    expect(refusal({ mailchimp: {}, mandrill: {} })).toEqual([
      expect.stringMatching(/; write a list item for each sender$/),
    ]);
  });

  it("keeps relative names relative: the console's full name is refused with the fix", () => {
    expect(refusal({ sendgrid: { account: "u1234.wl001", returnPath: "em1234.contoso.com" } })).toEqual([
      'sendgrid.returnPath: value in the wrong form, got "em1234.contoso.com"; ' +
        "expected a name relative to the domain, such as em1234; write em1234",
    ]);
    expect(refusal({ mailjet: { key: KEY, selector: "mailjet._domainkey" } })).toEqual([
      expect.stringMatching(/expected a selector, such as s1; write mailjet$/),
    ]);
  });

  it("wants texts, lists and choices where the sender has them", () => {
    expect(refusal({ mimecast: { region: "uk" } })).toEqual([
      'mimecast.region: value in the wrong form, got "uk"; expected eu | de | us | usb | ca | za | au | uspcom',
    ]);
    expect(refusal({ sendgrid: { account: ["u1234.wl001"], selectors: "s1" } })).toEqual([
      'sendgrid.account: value is not a text, got ["u1234.wl001"]; expected the account in the CNAME targets',
      'sendgrid.selectors: value is not a list, got "s1"; expected the two DKIM selectors',
    ]);
    expect(refusal({ postmark: { selector: "20230601123456pm", key: "not a key" } })).toEqual([
      'postmark.key: value in the wrong form, got "not a key"; ' +
        "expected a key record (v=DKIM1; k=rsa; p=…) or the base64 of the public key",
    ]);
  });

  it("tells what YAML made of an unquoted number or an empty value", () => {
    expect(refusal(fromYaml('{"hubspot":{"portal":12345678,"cluster":"hs06"}}'))).toEqual([
      'hubspot.portal: value is not a text, got 12345678; expected the account\'s Hub ID; put it in quotes: "12345678"',
    ]);
    expect(refusal(fromYaml('{"mailchimp":null}'))).toEqual([
      "mailchimp: the values of a sender are an object, got null; " +
        "expected parameters by name; write mailchimp alone, or give its values",
    ]);
  });

  it("is refused where a derived name is too long for DNS", () => {
    const domain = `${"abcdefghij.".repeat(6)}com`;
    expect(refusal({ hubspot: { portal: "1", cluster: "hs06" } }, domain)).toEqual([
      expect.stringMatching(/^hubspot\.name: value in the wrong form/),
    ]);
  });

  it("is refused where its records would stand at names that are too long", () => {
    const domain = `${"abcdefghijklmnopqrstuvwxyz.".repeat(9)}com`;
    expect(refusal("mailchimp", domain)).toEqual([
      expect.stringMatching(/^DNS name of 260 octets/),
      expect.stringMatching(/^DNS name of 260 octets/),
    ]);
  });
});

function parts(use: unknown) {
  return unwrap("sender", resolveUse(use, name("contoso.com")));
}

function refusal(use: unknown, domain = "contoso.com"): string[] {
  const result = resolveUse(use, name(domain));
  return result.ok ? [] : result.faults.map(formatFault);
}

function name(text: string) {
  return unwrap(text, parseName(text));
}

/** Types do not hold for what a file says. */
function fromYaml(json: string): unknown {
  return JSON.parse(json);
}
