import * as v from "valibot";
import { parseTarget } from "../../dns/target";
import { shown } from "../../fault";
import { isMapping } from "../../mapping";
import type {
  BimiOptions,
  ConnectorNamesOptions,
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
import { flag, preference, text, texts, whole } from "../../schema/scalars";
import { choice, closed, list, may, word } from "../../schema/shapes";

const mxHost = closed({
  host: text,
  priority: may(preference),
});

const mxWords = ["auto", "none", "null"] as const;

/** A host that stands where a word belongs: `mx: mail.example.com`. */
function hostWithoutKey(given: string) {
  if (!parseTarget(given).ok || !given.includes(".")) return undefined;
  return {
    message: "a host is written under its key",
    received: shown(given),
    expected: mxWords.join(" | "),
    fix: `write { host: ${given} }`,
  };
}

export const MxSchema = agrees<MxOptions>()(
  choice(
    [
      word(mxWords, hostWithoutKey),
      closed({
        partition: text,
        priority: may(preference),
      }),
      mxHost,
      list(mxHost),
      closed({
        addedBefore: text,
        priority: may(preference),
      }),
    ],
    (input) => {
      if (typeof input === "string") return 0;
      if (Array.isArray(input)) return 3;
      if (isMapping(input)) {
        if (Object.hasOwn(input, "addedBefore")) return 4;
        return Object.hasOwn(input, "partition") ? 1 : 2;
      }
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
    ip4: may(texts),
    ip6: may(texts),
    include: may(texts),
    a: may(ownOrNamed),
    mx: may(ownOrNamed),
    exists: may(texts),
    all: may(verdict),
    redirect: may(text),
  }),
);

/** Addresses as people write them, several behind commas, are meant as URIs. */
const reportUris = list(text, (given) =>
  given
    .split(",")
    .map((one) => one.trim())
    .map((one) => (/^[a-z][a-z0-9+.-]*:/i.test(one) || !one.includes("@") ? one : `mailto:${one}`)),
);

const disposition = word(["none", "quarantine", "reject"]);
const alignment = word(["relaxed", "strict"]);

export const DmarcSchema = agrees<DmarcOptions>()(
  closed({
    policy: may(disposition),
    subdomainPolicy: may(disposition),
    nonExistentPolicy: may(disposition),
    dkimAlignment: may(alignment),
    spfAlignment: may(alignment),
    rua: may(reportUris),
    ruf: may(reportUris),
    failureOptions: may(list(word(["0", "1", "d", "s"]))),
    test: may(flag),
    publicSuffix: may(word(["y", "n", "u"])),
    hosted: may(text),
  }),
);

// A file may take from its defaults what a program has to give: of each section that has such a key there are two schemas.

const mtaStsMode = word(["testing", "enforce", "none"]);
const mtaSts = {
  maxAge: may(whole(0, 31_557_600, "seconds")),
  mx: may(texts),
  hosting: may(word(["zone", "external"])),
  hosted: may(closed({ record: text, policy: text })),
};

export const MtaStsSchema = agrees<Partial<MtaStsOptions>>()(closed({ mode: may(mtaStsMode), ...mtaSts }));
export const MtaStsOptionsSchema = agrees<MtaStsOptions>()(closed({ mode: mtaStsMode, ...mtaSts }));

export const TlsRptSchema = agrees<Partial<TlsRptOptions>>()(
  closed({ rua: may(reportUris), hosted: may(text) }),
);
export const TlsRptOptionsSchema = agrees<TlsRptOptions>()(closed({ rua: reportUris, hosted: may(text) }));

const bimi = { certificate: may(text), selector: may(text) };

export const BimiSchema = agrees<Partial<BimiOptions>>()(closed({ logo: may(text), ...bimi }));
export const BimiOptionsSchema = agrees<BimiOptions>()(closed({ logo: text, ...bimi }));

const smartHostCertificate = choice([word(["encryption", "trusted"]), closed({ name: text })], (input) =>
  isMapping(input) ? 1 : 0,
);

const fromPremises = agrees<FromPremisesOptions>()(
  choice([closed({ certificate: text }), closed({ addresses: texts })], (input) => {
    if (isMapping(input)) return Object.hasOwn(input, "addresses") ? 1 : 0;
    const expected = "{ certificate: mail.contoso.com } | { addresses: [192.0.2.25] }";
    return {
      fault: {
        message: "the premises are known by certificate or by address",
        received: shown(input),
        expected,
      },
    };
  }),
);

export const ConnectorNamesSchema = agrees<ConnectorNamesOptions>()(
  closed({ toPremises: may(text), fromPremises: may(text) }),
);
export const AcceptedDomainSchema = word(["authoritative", "internal-relay"]);

const onPremises = {
  smartHost: may(text),
  smartHostCertificate: may(smartHostCertificate),
  validationMailbox: may(text),
  fromPremises: may(fromPremises),
  acceptedDomain: may(AcceptedDomainSchema),
  connectors: may(ConnectorNamesSchema),
};

export const OnPremisesSchema = agrees<Partial<OnPremisesOptions>>()(
  closed({ ...onPremises, egress: may(texts) }),
);
export const OnPremisesOptionsSchema = agrees<OnPremisesOptions>()(closed({ ...onPremises, egress: texts }));

export const ParkedSchema = agrees<ParkedOptions>()(closed({ revokeDkim: may(flag) }));
