import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "./links";

const ROOT = join(__dirname, "../..");

/** Domains of Microsoft's fictitious companies, which its documentation uses, and those reserved by RFC 2606. */
const SAMPLES = new Set(
  `adatum adventure-works alpineskihouse blueyonderairlines cohovineyard cohowinery consolidatedmessenger contoso
  contososuites contosouniversity cpandl fabrikam fourthcoffee litwareinc lucernepublishing margiestravel northwindtraders
  proseware relecloud tailspintoys thephone-company wideworldimporters wingtiptoys woodgrovebank example`
    .split(/\s+/)
    .map((name) => `${name}.com`)
    .concat([
      "treyresearch.net",
      "contoso.net",
      "contoso.org",
      "fabrikam.net",
      "fabrikam.org",
      "example.net",
      "example.org",
    ]),
);

/** Those that are meant: Microsoft's, of clouds and senders, and two that the page on MX hosts gives as evidence. */
const MEANT = new Set(
  `onmicrosoft.com onmicrosoft.us outlook.com microsoft.com office365.us microsoftonline.com azurewebsites.net cloudflare.com
  cloudflarestorage.com amazon.com amazonses.com google.com gmail.com yahoo.com github.com npmjs.com letsencrypt.org
  zendesk.com mcsv.net sendgrid.net klaviyodns.com freshemail.io salesforce.com mailgun.com mailgun.org pphosted.com
  ppe-hosted.com mimecast.com mandrillapp.com mailjet.com hubspotemail.net brevo.com mtasv.net mailchimp.com hashicorp.com
  stryker-mutator.io mu-sigma.com heig-vd.ch co.uk openspf.org`.split(/\s+/),
);

/** A name, as far as its ending is one of those that organisations have. */
const NAME =
  /(?<![\w@/-])(?:[\w-]+\.)*([a-z0-9][a-z0-9-]*\.(?:com|net|org|de|nl|eu|io|fr|ch|us|uk))\b(?![\w(-])/gi;

const pages = [
  "README.md",
  ...["docs/guide", "docs/reference", "examples"].flatMap((folder) => filesIn(ROOT, [""], folder)),
]
  // What is made of the catalogue of senders names them.
  .filter((path) => !/^docs\/reference\/(?:api\/|senders\.md)/.test(path));

test.each(pages)("%s names no domain that somebody else owns", (path) => {
  const text = readFileSync(join(ROOT, path), "utf8")
    // Addresses of pages and repositories are sources.
    .replaceAll(/https?:\/\/[^\s)>"'`]+/g, " ")
    // Roles of records hold the name of a domain.
    .replaceAll("DmarcReports-", "")
    .replaceAll(/\\[nt]/g, " ");
  const found = [...text.matchAll(NAME)].map(([, name = ""]) => name.toLowerCase());
  expect([...new Set(found)].filter((name) => !SAMPLES.has(name) && !MEANT.has(name))).toEqual([]);
});
