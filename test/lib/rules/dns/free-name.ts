import { freeName } from "../../../../lib/rules/dns/free-name";
import { online, type RuleCases } from "../fixture";

/** What the resolvers of the world know of registries. */
const REGISTRY = "com NS a.gtld-servers.net";

const OURS = "a name that is yours, or your vendor's";

const cases: RuleCases = {
  rule: freeName,
  compliant: {
    "names that are there, or of which nobody says anything": {
      ...online(
        "contoso.com TXT v=spf1 include:spf.fabrikam.com include:_spf.contoso.com -all",
        "contoso.com MX 10 mx.fabrikam.com",
        "s1._domainkey.contoso.com CNAME s1.adatum.com",
      ),
      outside: [
        "spf.fabrikam.com TXT v=spf1 -all",
        "mx.fabrikam.com A 192.0.2.1",
        "fabrikam.com NS ns.fabrikam.com",
      ],
    },
    "names of the domain's own registrable domain": {
      domains: [
        {
          domain: "news.contoso.co.uk",
          records: [
            "news.contoso.co.uk MX 10 mx.contoso.co.uk",
            "news.contoso.co.uk TXT v=spf1 include:_spf.contoso.co.uk -all",
          ],
        },
      ],
      gone: ["contoso.co.uk"],
    },
    "a resolver that knows no registries, as in a sandbox": {
      ...online("contoso.com MX 10 mx.tailspintoys.com"),
      sources: ["observed"],
      gone: ["tailspintoys.com"],
    },
    "a host at a cloud that is there": {
      ...online("autodiscover.contoso.com CNAME contoso-mail.azurewebsites.net"),
      sources: ["observed"],
      outside: ["contoso-mail.azurewebsites.net A 192.0.2.80"],
    },
  },
  violating: {
    "domains that nobody has registered": {
      ...online(
        "contoso.com TXT v=spf1 include:spf.fabrikam.com exists:%{i}.list.example.org -all",
        "contoso.com MX 10 mx.tailspintoys.com",
        "contoso.com MX 20 mx2.fabrikam.com",
        "s1._domainkey.contoso.com CNAME s1.dkim.wingtiptoys.com",
        "news.contoso.com NS ns1.proseware.com",
        "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@fourthcoffee.com;",
        "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=https://tls.fourthcoffee.com/r",
      ),
      sources: ["observed"],
      outside: ["spf.fabrikam.com TXT v=spf1 redirect=_spf.northwindtraders.com", REGISTRY],
      gone: [
        "northwindtraders.com",
        "tailspintoys.com",
        "wingtiptoys.com",
        "proseware.com",
        "fourthcoffee.com",
      ],
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message:
            "address of DMARC reports leads to fourthcoffee.com, and fourthcoffee.com is not delegated by its registry: whoever registers it reads who sends and receives the domain's mail",
          received: "fourthcoffee.com",
          expected: OURS,
          fix: "remove what leads there, or register fourthcoffee.com",
        },
        {
          level: "error",
          at: "_smtp._tls.contoso.com TXT",
          message:
            "address of TLS reports leads to tls.fourthcoffee.com, and fourthcoffee.com is not delegated by its registry: whoever registers it reads who sends and receives the domain's mail",
          received: "tls.fourthcoffee.com",
          expected: OURS,
          fix: "remove what leads there, or register fourthcoffee.com",
        },
        {
          level: "error",
          at: "contoso.com MX",
          message:
            "MX leads to mx.tailspintoys.com, and tailspintoys.com is not delegated by its registry: whoever registers it takes the domain's mail",
          received: "mx.tailspintoys.com",
          expected: OURS,
          fix: "remove what leads there, or register tailspintoys.com",
        },
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "redirect in the SPF record of spf.fabrikam.com leads to _spf.northwindtraders.com, and northwindtraders.com is not delegated by its registry: whoever registers it says who may send in the domain's name",
          received: "_spf.northwindtraders.com",
          expected: OURS,
          fix: "remove what leads there, or register northwindtraders.com",
        },
        {
          level: "error",
          at: "news.contoso.com NS",
          message:
            "news.contoso.com NS leads to ns1.proseware.com, and proseware.com is not delegated by its registry: whoever registers it answers for news.contoso.com and all below it",
          received: "ns1.proseware.com",
          expected: OURS,
          fix: "remove what leads there, or register proseware.com",
        },
        {
          level: "error",
          at: "s1._domainkey.contoso.com CNAME",
          message:
            "s1._domainkey.contoso.com CNAME leads to s1.dkim.wingtiptoys.com, and wingtiptoys.com is not delegated by its registry: whoever registers it answers for s1._domainkey.contoso.com",
          received: "s1.dkim.wingtiptoys.com",
          expected: OURS,
          fix: "remove what leads there, or register wingtiptoys.com",
        },
      ],
    },
    "a policy that lets a free domain take mail": {
      domains: [
        {
          domain: "contoso.com",
          records: ["_mta-sts.contoso.com TXT v=STSv1; id=1"],
          policy: "version: STSv1\r\nmode: testing\r\nmx: *.mail.tailspintoys.com\r\nmax_age: 86400\r\n",
        },
      ],
      sources: ["observed"],
      outside: [REGISTRY],
      gone: ["tailspintoys.com"],
      finds: [
        {
          level: "error",
          at: "MTA-STS policy of contoso.com",
          message:
            "mx of the MTA-STS policy leads to mail.tailspintoys.com, and tailspintoys.com is not delegated by its registry: whoever registers it may take the domain's mail, by its policy",
          received: "mail.tailspintoys.com",
          expected: OURS,
          fix: "remove what leads there, or register tailspintoys.com",
        },
      ],
    },
    "a host at a cloud that has been given up": {
      ...online("autodiscover.contoso.com CNAME contoso-mail.azurewebsites.net"),
      sources: ["observed"],
      outside: ["azurewebsites.net NS ns1.azure.example"],
      gone: ["contoso-mail.azurewebsites.net"],
      finds: [
        {
          level: "error",
          at: "autodiscover.contoso.com CNAME",
          message:
            "autodiscover.contoso.com CNAME leads to contoso-mail.azurewebsites.net, which does not exist at Azure App Service: anybody can claim it, and then answers for autodiscover.contoso.com",
          received: "contoso-mail.azurewebsites.net",
          expected: OURS,
          fix: "remove what leads there, or claim the name again",
        },
      ],
    },
    "a host at a cloud of which an estate and a plan do not know whether it is there": {
      ...online("mta-sts.contoso.com CNAME contoso-sts.azureedge.net"),
      sources: ["declared", "planned"],
      finds: [
        {
          level: "note",
          at: "mta-sts.contoso.com CNAME",
          message:
            "mta-sts.contoso.com CNAME leads to contoso-sts.azureedge.net at Azure CDN: once that is given up anybody can claim it, and then answers for mta-sts.contoso.com",
          received: "contoso-sts.azureedge.net",
          expected:
            "a name that is kept for as long as something leads there; verify and audit look whether it is there",
        },
      ],
    },
  },
};

export default cases;
