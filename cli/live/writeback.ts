import { resolve } from "node:path";
import { reportWriteback } from "../../lib/active-directory/writeback-report";
import type { Fault } from "../../lib/fault";
import { standing } from "../../lib/identity/confirmed";
import type { WritebackDomainPlan } from "../../lib/identity/identity-plan";
import {
  type CheckedDomain,
  type CheckedTenant,
  writebackJson,
  writebackText,
} from "../../lib/report/writeback-text";
import { openLdap } from "../../observe/active-directory/ldap";
import { readDirectory } from "../../observe/active-directory/read-directory";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { readTextFile } from "../read-file";
import { writebackTenants } from "./writeback-tenants";

export interface WritebackOptions {
  readonly tenant?: string;
  /** `ldaps://…`, or `<domain>=ldaps://…`. */
  readonly server?: readonly string[];
  /** A file of PEM. */
  readonly ca?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly format: "terminal" | "json";
}

/** 0: every right is there; 1: one is not; 3: a domain could not be read. */
export type WritebackExit = 0 | 1 | 3;

const USER = "MAIL_HYGIENE_LDAP_USER";
const PASSWORD = "MAIL_HYGIENE_LDAP_PASSWORD";

/** `mail-hygiene writeback`: what Active Directory lets the account of password writeback do. */
export async function writeback(
  path: string,
  options: WritebackOptions,
  console: Console,
): Promise<WritebackExit> {
  const tenants = writebackTenants(path, options.tenant, console);
  if (!tenants) return 1;
  const domains = tenants.flatMap(({ name, sync }) => sync.writeback.map((plan) => ({ tenant: name, plan })));
  const serverOf = serversOf(
    options.server ?? [],
    domains.map(({ plan }) => plan.domain),
  );
  const { [USER]: user = "", [PASSWORD]: password = "" } = process.env;
  if (user === "" || password === "") {
    throw new Misuse(
      `${user === "" ? USER : PASSWORD} is not set: who reads the directory, such as CONTOSO\\reader, and the password; any account of the domain may`,
    );
  }
  const authorities = options.ca === undefined ? undefined : readAuthorities(console.folder, options.ca);
  const trust = authorities === undefined ? {} : { authorities };
  const timeout = (options.timeout ?? 10) * 1000;
  const checked: CheckedDomain[] = [];
  for (const { tenant, plan } of domains) {
    const server = serverOf(plan.domain);
    const report = await check(plan, { url: server, user, password, timeout, ...trust });
    checked.push({ tenant, plan, server, report });
  }
  const today = new Date().toISOString().slice(0, 10);
  const switches = tenants.map(({ name, sync: { confirmed } }): CheckedTenant => {
    if (!confirmed) return { name };
    const { by, date } = confirmed;
    return { name, confirmed: { by, date, standing: standing(confirmed, today) } };
  });
  console.out((options.format === "json" ? writebackJson : writebackText)(checked, switches));
  if (checked.some(({ report }) => "unread" in report)) return 3;
  // A word that has ended is none; that nobody has given one yet is told, and stops nothing.
  if (switches.some(({ confirmed }) => confirmed && confirmed.standing.is !== "confirmed")) return 1;
  return checked.every(({ report }) => "complete" in report && report.complete) ? 0 : 1;
}

async function check(
  { domain, account, containers }: WritebackDomainPlan,
  options: Parameters<typeof openLdap>[0],
): Promise<CheckedDomain["report"]> {
  try {
    const ldap = await openLdap(options);
    try {
      const facts = await readDirectory(ldap, { domain, account, containers });
      return facts.ok ? reportWriteback(facts.value) : { unread: facts.faults };
    } finally {
      await ldap.close().catch(() => undefined);
    }
  } catch (error) {
    return { unread: [connectionFault(error)] };
  }
}

/** Words of a server, which may say anything, or of Node. */
function connectionFault(error: unknown): Fault {
  const {
    name = "",
    message = String(error),
    code,
  } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  if (code === 49 || name === "InvalidCredentialsError") {
    return {
      message: "the domain controller refuses the user or the password",
      fix: `look at ${USER} and ${PASSWORD}`,
    };
  }
  return {
    message: `the domain controller gave no answer that can be used: ${message.split("\n")[0]?.slice(0, 300)}`,
    fix: /certificate|self.signed|altname/i.test(`${String(code)} ${message}`)
      ? "its certificate has to be trusted: --ca names a file with the authority that signed it"
      : "look at --server, and at what stands between",
  };
}

/** In octets. The list of all public authorities has less than 300,000. */
const MOST_OF_AUTHORITIES = 16 * 1024 * 1024;

function readAuthorities(folder: string, path: string): string {
  try {
    // Systems link certificates from folder to folder.
    return readTextFile(resolve(folder, path), path, { most: MOST_OF_AUTHORITIES });
  } catch (error) {
    throw new Misuse(`--ca ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Which domain controller is asked: by option, else whichever answers for the domain's own name. */
function serversOf(given: readonly string[], domains: readonly string[]): (domain: string) => string {
  const servers = new Map<string, string>();
  for (const text of given) {
    const [, named, url = ""] = /^(?:([^=]*)=)?(.*)$/s.exec(text) ?? [];
    const domain = named ?? domains[0] ?? "";
    if (named === undefined && new Set(domains).size > 1) {
      throw new Misuse(`--server ${text}: write <domain>=<url>, since there are ${domains.length} domains`);
    }
    if (!domains.includes(domain)) {
      throw new Misuse(`--server ${text}: passwords are written back to ${domains.join(", ")}`);
    }
    servers.set(domain, readUrl(url));
  }
  return (domain) => servers.get(domain) ?? `ldaps://${domain}`;
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url && /^[/]?$/.test(url.pathname) && url.search === "" && url.hash === "" && url.username === "";
  if (isPlain && url.hostname !== "" && (url.protocol === "ldaps:" || url.protocol === "ldap:")) {
    return `${url.protocol}//${url.host}`;
  }
  throw new Misuse(
    `--server: not the address of a domain controller, got ${JSON.stringify(text.replace(/\/\/[^@]*@/, "//…@"))}; expected ldaps://dc1.contoso.com`,
  );
}
