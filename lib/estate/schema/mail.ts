import * as v from "valibot";
import { isMapping } from "../../mapping";
import type {
  BimiOptions,
  DmarcOptions,
  FromPremisesOptions,
  MtaStsOptions,
  MxOptions,
  OnPremisesOptions,
  ParkedOptions,
  SpfOptions,
  TlsRptOptions,
} from "../../options";
import { agrees } from "../../schema/agree";
import { shown } from "../../schema/explained";
import { flag, preference, text, texts, whole } from "../../schema/scalars";
import { choice, closed, may, must, word } from "../../schema/shapes";

const mxHost = closed({
  host: must(text, "Host name of the mail exchange."),
  priority: may(preference, "Preference; the lowest is tried first. Default: 0."),
});

const mxWords = ["auto", "none", "null"] as const;

export const MxSchema = agrees<MxOptions>()(
  choice(
    [
      word(mxWords),
      closed({
        partition: must(text, "The letter in <token>.<letter>-v1.mx.microsoft, as Microsoft shows it."),
        priority: may(preference, "Preference. Default: 0."),
      }),
      mxHost,
      v.array(mxHost),
    ],
    (input) => {
      if (typeof input === "string") return 0;
      if (Array.isArray(input)) return 3;
      if (isMapping(input)) return Object.hasOwn(input, "partition") ? 1 : 2;
      const expected = "auto | none | null | a host | a list of hosts";
      if (input !== null) return { fault: { message: "not an MX", received: shown(input), expected } };
      return {
        fault: {
          message: "YAML reads this as nothing",
          expected,
          fix: 'for the null MX write "null", in quotes',
        },
      };
    },
  ),
);

const ownOrNamed = choice([v.literal(true), texts], (input) => {
  if (input === true) return 0;
  if (Array.isArray(input)) return 1;
  const expected = "true for the domain itself, or a list of domains";
  return { fault: { message: "not a list of domains", received: shown(input), expected } };
});

/** How people write the qualifier of `all`, and the one that must not be written. */
const VERDICTS: Readonly<Record<string, string>> = {
  hardfail: "did you mean fail?",
  "-all": "did you mean fail?",
  "~all": "did you mean softfail?",
  "?all": "did you mean neutral?",
  "+all": "the whole Internet is never let through",
  pass: "the whole Internet is never let through",
};

const verdict = word(["fail", "softfail", "neutral"], (given) => {
  const fix = Object.hasOwn(VERDICTS, given) ? VERDICTS[given] : undefined;
  return fix === undefined
    ? undefined
    : { message: "none of the words that belong here", received: shown(given), fix };
});

export const SpfSchema = agrees<SpfOptions>()(
  closed({
    ip4: may(texts, "IPv4 addresses or CIDR blocks that may send."),
    ip6: may(texts, "IPv6 addresses or CIDR blocks that may send."),
    include: may(texts, "Domains whose SPF record is included, in order."),
    a: may(ownOrNamed, "Domains whose A and AAAA addresses may send; true is this domain."),
    mx: may(ownOrNamed, "Domains whose MX hosts may send; true is this domain."),
    exists: may(texts, "Domain-specs for exists: mechanisms; macros are allowed."),
    all: may(verdict, "The verdict on everyone else. Default: fail."),
    redirect: may(text, "Hand the whole question to another domain's record; allows nothing beside it."),
  }),
);

const disposition = word(["none", "quarantine", "reject"]);
const alignment = word(["relaxed", "strict"]);

export const DmarcSchema = agrees<DmarcOptions>()(
  closed({
    policy: may(disposition, "p: what receivers do with mail that fails. Default: none; parked: reject."),
    subdomainPolicy: may(disposition, "sp: the policy for existing subdomains."),
    nonExistentPolicy: may(disposition, "np: the policy for subdomains that do not exist."),
    dkimAlignment: may(alignment, "adkim. Default: relaxed."),
    spfAlignment: may(alignment, "aspf. Default: relaxed."),
    rua: may(texts, "Where aggregate reports go: mailto: URIs."),
    ruf: may(texts, "Where failure reports go: mailto: URIs."),
    failureOptions: may(v.array(word(["0", "1", "d", "s"])), "fo: when failure reports are wanted."),
    test: may(flag, "t=y: receivers apply the policy one step milder. Default: false."),
    publicSuffix: may(word(["y", "n", "u"]), "psd: is this domain a public suffix?"),
    hosted: may(
      text,
      "The name at which somebody else publishes the record: _dmarc becomes an alias of it. What the other keys say is then expected of that record.",
    ),
  }),
);

export const MtaStsSchema = agrees<Partial<MtaStsOptions>>()(
  closed({
    mode: may(word(["testing", "enforce", "none"]), "What senders do when TLS fails. Required."),
    maxAge: may(
      whole(0, 31_557_600, "seconds"),
      "For how long senders may keep the policy. Default: 604800.",
    ),
    mx: may(texts, "MX patterns of the policy. Default: the domain's own MX hosts."),
    hosting: may(word(["zone", "external"]), "Who serves the policy. Default: zone."),
    hosted: may(
      closed({
        record: must(text, "What _mta-sts becomes an alias of."),
        policy: must(text, "What mta-sts, the host of the policy, becomes an alias of."),
      }),
      "Where somebody else publishes the record and serves the policy. What the other keys say is then expected of it.",
    ),
  }),
);

export const TlsRptSchema = agrees<Partial<TlsRptOptions>>()(
  closed({
    rua: may(texts, "Where TLS reports go: mailto: or https: URIs. Required unless hosted."),
    hosted: may(
      text,
      "The name at which somebody else publishes the record: _smtp._tls becomes an alias of it. The addresses in rua are then expected in it.",
    ),
  }),
);

export const BimiSchema = agrees<Partial<BimiOptions>>()(
  closed({
    logo: may(text, "HTTPS address of the SVG Tiny PS logo. Required."),
    certificate: may(text, "HTTPS address of the mark certificate."),
    selector: may(text, "Default: default."),
  }),
);

const smartHostCertificate = choice(
  [
    word(["encryption", "trusted"]),
    closed({ name: must(text, "Name in the certificate: mail.contoso.com, or *.contoso.com.") }),
  ],
  (input) => (isMapping(input) ? 1 : 0),
);

const fromPremises = agrees<FromPremisesOptions>()(
  choice(
    [
      closed({ certificate: must(text, "Name in the premises' certificate.") }),
      closed({ addresses: must(texts, "IPv4 addresses, or networks of /24 to /32.") }),
    ],
    (input) => {
      if (isMapping(input)) return Object.hasOwn(input, "addresses") ? 1 : 0;
      const expected = "{ certificate: mail.contoso.com } | { addresses: [192.0.2.25] }";
      return {
        fault: {
          message: "the premises are known by certificate or by address",
          received: shown(input),
          expected,
        },
      };
    },
  ),
);

export const OnPremisesSchema = agrees<Partial<OnPremisesOptions>>()(
  closed({
    smartHost: may(text, "The host that EOP hands mail to."),
    smartHostCertificate: may(
      smartHostCertificate,
      "Managed Exchange: what the smart host's certificate must be. Default: trusted.",
    ),
    validationMailbox: may(
      text,
      "Managed Exchange: the mailbox that a message must reach. Default: postmaster@<domain>.",
    ),
    fromPremises: may(
      fromPremises,
      "Managed Exchange: how premises that send through Exchange Online are known. Default: they do not.",
    ),
    egress: may(texts, "Addresses or CIDR blocks from which the premises send to the Internet. Required."),
  }),
);

export const ParkedSchema = agrees<ParkedOptions>()(
  closed({ revokeDkim: may(flag, "Publish *._domainkey with an empty key. Default: false.") }),
);
