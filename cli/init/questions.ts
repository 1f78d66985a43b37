import { HOSTS } from "../../hosts/index";
import { parseIp4, parseIp6 } from "../../lib/dns/address";
import type { DnsName } from "../../lib/dns/name";
import { parseTarget } from "../../lib/dns/target";
import { collect, type Fault, fail, ok, type Result, settle } from "../../lib/fault";
import { parseRecordUri } from "../../lib/mail/uri";
import { addedBeforeFaults, NEW_HOSTS_SINCE } from "../../lib/microsoft/added-before";
import { CLOUD_NAMES, CLOUDS } from "../../lib/microsoft/clouds";
import { parseInitialDomain } from "../../lib/microsoft/initial-domain";
import type { Cloud } from "../../lib/options";

/** One answer of those that make a first estate: asked at a terminal, given by options elsewhere. */
export interface Question<T> {
  /** The options that give it, as faults name them. */
  readonly option: string;
  /** What is asked, without the mark at its end. */
  readonly text: string;
  /** What an empty answer means. @default there has to be one */
  readonly otherwise?: string;
  readonly read: (answer: string) => Result<T>;
}

export const DOMAIN: Question<DnsName> = {
  option: "--domain <name>",
  text: "The domain for mail, such as contoso.com",
  // A mail domain is a whole name, as a target is.
  read: (answer) => parseTarget(answer),
};

export interface TenantAnswer {
  readonly initialDomain: DnsName;
  readonly prefix: string;
  /** The clouds that initial domains of this kind are in. */
  readonly clouds: readonly Cloud[];
  /** The one that it is in unless somebody says otherwise; of several others people tell. */
  readonly usual: Cloud | undefined;
}

export const TENANT: Question<TenantAnswer> = {
  option: "--tenant <domain>",
  text: "The first domain of its Microsoft 365 tenant, such as contoso.onmicrosoft.com",
  read(answer) {
    const inClouds = CLOUD_NAMES.flatMap((cloud) => {
      const read = parseInitialDomain(answer, CLOUDS[cloud]);
      return read.ok ? [{ cloud, value: read.value }] : [];
    });
    const [first] = inClouds;
    if (!first) {
      const refused = parseInitialDomain(answer, CLOUDS.worldwide);
      return refused.ok ? fail() : refused;
    }
    const clouds = inClouds.map(({ cloud }) => cloud);
    return ok({
      initialDomain: first.value.name,
      prefix: first.value.prefix,
      clouds,
      // GCC need not be told apart: its mail is where the worldwide cloud's is.
      usual: clouds.length === 1 || clouds.includes("worldwide") ? clouds[0] : undefined,
    });
  },
};

/** Which of several clouds the tenant is in. */
export function cloudQuestion(clouds: readonly Cloud[]): Question<Cloud> {
  return {
    option: "--cloud <name>",
    text: `The cloud that the tenant is in: ${clouds.join(", ")}`,
    read: oneOf(clouds),
  };
}

const HOST_NAMES = Object.keys(HOSTS).filter((name): name is keyof typeof HOSTS => name in HOSTS);

export const HOST: Question<keyof typeof HOSTS> = {
  option: "--host <name>",
  text: `Where its DNS zone is: ${HOST_NAMES.join(", ")}`,
  read: oneOf(HOST_NAMES),
};

/** The same of a zone whose resource group is given already. */
export const HOST_OF_GROUP: typeof HOST = {
  ...HOST,
  read(answer) {
    const host = HOST.read(answer);
    return host.ok && host.value !== "azure"
      ? fail({
          message: `zones at ${host.value} have no resource group`,
          expected: "azure, for --resource-group",
        })
      : host;
  },
};

export const RESOURCE_GROUP: Question<string> = {
  option: "--resource-group <name>",
  text: "The resource group of the zone at Azure",
  read: (answer) =>
    answer === "" ? fail({ message: "empty", expected: "the name of a resource group" }) : ok(answer),
};

/** Whence the MX host is known: one of the two at least. */
export interface Since {
  readonly addedBefore?: string;
  readonly mxHost?: DnsName;
}

export const ADDED_BEFORE: Question<Since> = {
  option: "--added-before <day>",
  text: "A day before which the domain was in the tenant",
  read: (answer) => settle(addedBeforeFaults(answer), () => ({ addedBefore: answer })),
};

export const MX_HOST: Question<Since> = {
  option: "--mx <host>",
  text: "The MX host that the admin center shows for the domain",
  read(answer) {
    const host = parseTarget(answer);
    return host.ok ? ok({ mxHost: host.value }) : host;
  },
};

/** One of the two, whichever the person knows. */
export const SINCE: Question<Since> = {
  option: `${ADDED_BEFORE.option} or ${MX_HOST.option}`,
  text: `${NEW_HOSTS_SINCE}, or an earlier day, if the domain was in the tenant before it; else the MX host that the admin center shows`,
  read: (answer) => (/^\d{4}-/.test(answer) ? ADDED_BEFORE : MX_HOST).read(answer),
};

/**
 * Where reports go.
 * @param domain the domain for mail, if it is known
 */
export function reportsQuestion(domain: DnsName | undefined): Question<readonly string[]> {
  return {
    option: "--reports <address>",
    text: "Where DMARC reports go",
    otherwise: `dmarc@${domain ?? "example.com"}`,
    read: several((address) => {
      const uri = parseRecordUri(/^mailto:/i.test(address) ? address : `mailto:${address}`, ["mailto"]);
      return uri.ok ? ok(uri.value.uri) : uri;
    }),
  };
}

export const EGRESS: Question<readonly string[]> = {
  option: "--on-premises <address>",
  text: "If mailboxes are on servers of your own: the addresses that these send from",
  otherwise: "",
  read: several((written) => {
    // Of a network the address; its length is held to the rules of SPF with the estate that it makes.
    const [address = ""] = written.split("/");
    const read = address.includes(":") ? parseIp6(address) : parseIp4(address);
    return read.ok ? ok(written) : read;
  }),
};

/**
 * Domains that stay silent.
 * @param domain the domain for mail, if it is known
 */
export function parkedQuestion(domain: DnsName | undefined): Question<readonly DnsName[]> {
  return {
    option: "--parked <name>",
    text: "Further domains that neither send nor receive mail",
    otherwise: "",
    read: several((text) => {
      const name = parseTarget(text);
      return name.ok && name.value === domain
        ? fail({ message: "this is the domain for mail", received: JSON.stringify(text) })
        : name;
    }),
  };
}

/** Values with spaces or commas between them, each once. */
function several<T>(read: (one: string) => Result<T>): (answer: string) => Result<readonly T[]> {
  return (answer) => {
    const faults: Fault[] = [];
    const values = answer
      .split(/[\s,]+/)
      .filter((one) => one !== "")
      .flatMap((one) => collect(read(one), faults) ?? []);
    return settle(faults, () => [...new Set(values)]);
  };
}

function oneOf<T extends string>(choices: readonly T[]): (answer: string) => Result<T> {
  return (answer) => {
    const choice = choices.find((one) => one === answer.toLowerCase());
    if (choice !== undefined) return ok(choice);
    return fail({
      message: "none of the choices",
      received: JSON.stringify(answer),
      expected: choices.join(" | "),
    });
  };
}
