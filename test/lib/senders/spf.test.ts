import { senderOfInclude } from "../../../lib/senders/spf";

describe("the sender behind an SPF include", () => {
  it.each([
    ["sendgrid.net", "sendgrid", "with-return-path"],
    ["servers.mcsv.net", "mailchimp", false],
    ["spf.mandrillapp.com", "mandrill", "with-return-path"],
    ["amazonses.com", "amazon-ses", "with-return-path"],
    ["_SPF.Google.com.", "google-workspace", true],
    ["_spf.salesforce.com", "salesforce", "if-configured"],
    ["spf.sendinblue.com", "brevo", false],
    ["12345678.spf04.hubspotemail.net", "hubspot", false],
    ["usb._netblocks.mimecast.com", "mimecast", true],
    ["_netblocks.mimecast.com", "mimecast", true],
    ["spf-00123401.pphosted.com", "proofpoint", true],
  ])("%s is %s", (include, name, aligns) => {
    expect(senderOfInclude(include)).toMatchObject({ name, aligns });
  });

  it("comes with the reason and the better way", () => {
    expect(senderOfInclude("spf.mailjet.com")).toEqual({
      name: "mailjet",
      title: "Mailjet",
      aligns: "with-return-path",
      why: "Mailjet sends with the bounce domain bnc3.mailjet.com unless a custom return path is set",
      instead: "set a custom return path in Mailjet and give returnPath",
    });
  });

  it.each([
    "spf.protection.outlook.com",
    "evil.sendgrid.net",
    "net",
    "spf-.pphosted.com",
    "._netblocks.mimecast.com",
    "",
  ])("%j belongs to none of them", (include) => {
    expect(senderOfInclude(include)).toBeUndefined();
  });
});
