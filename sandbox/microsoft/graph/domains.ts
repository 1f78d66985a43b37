import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import { type Domain, verificationRecords } from "../tenant/domain";
import { entityAnswer, listAnswer } from "./answers";
import { badRequest, notFound } from "./graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";
import { checkBody } from "./types/types";

const READ = ["Domain.Read.All", "Domain.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const WRITE = ["Domain.ReadWrite.All", "Directory.ReadWrite.All"];

const RECORD_SHAPE: Shape = { type: "domainDnsRecord", defaults: { label: null, recordType: null } };

export const DOMAINS: readonly Route[] = [
  {
    method: "GET",
    path: "domains",
    permissions: READ,
    run: (call) => {
      const domains = [...call.tenant.domains.values()].map((domain) => shown(domain, call));
      return listAnswer(call, "domains", domains, { type: "domain", defaults: domains[0] ?? {} });
    },
  },
  {
    method: "POST",
    path: "domains",
    permissions: WRITE,
    run: (call) => {
      const name = String(call.body.id ?? "").toLowerCase();
      if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/.test(name)) {
        throw badRequest("Invalid value specified for property 'id' of resource 'Domain'.", "id");
      }
      if (call.tenant.domains.has(name)) throw badRequest(`Domain already exists in tenant: ${name}.`, "id");
      // Below a verified domain of the same tenant it is verified at once.
      const isVerified = isBelowVerified(name, call);
      call.tenant.addDomain(name, { isVerified, supportedServices: [] });
      return entityAnswer(call, "domains", shown(domainAt(name, call), call), { status: 201 });
    },
  },
  {
    method: "GET",
    path: "domains/{}",
    permissions: READ,
    run: (call) => entityAnswer(call, "domains", shown(domainOf(call), call)),
  },
  {
    method: "PATCH",
    path: "domains/{}",
    permissions: WRITE,
    run: (call) => {
      const domain = domainOf(call);
      checkBody(call.body, "domain", call.version);
      if (call.body.isDefault === true) {
        if (!domain.isVerified) throw badRequest(`Domain ${domain.id} is not verified.`);
        for (const other of call.tenant.domains.values()) other.isDefault = other === domain;
      }
      const { supportedServices } = call.body;
      if (Array.isArray(supportedServices)) {
        if (!domain.isVerified) throw badRequest(`Domain ${domain.id} is not verified.`);
        domain.supportedServices = supportedServices.map(String);
        call.tenant.acceptMail(domain.id);
      }
      for (const key of ["passwordValidityPeriodInDays", "passwordNotificationWindowInDays"] as const) {
        const days = call.body[key];
        if (days === undefined) continue;
        if (typeof days !== "number" || !Number.isInteger(days) || days < 1)
          throw badRequest(`Invalid value specified for property '${key}' of resource 'Domain'.`, key);
        if (!domain.isVerified) throw badRequest(`Domain ${domain.id} is not verified.`);
        if (!isRoot(domain, call))
          throw badRequest(`The password policy of ${domain.id} is its root domain's.`);
        domain[key] = days;
      }
      return NO_CONTENT;
    },
  },
  {
    method: "DELETE",
    path: "domains/{}",
    permissions: WRITE,
    run: (call) => {
      const domain = domainOf(call);
      const used = usersOf(domain, call).length > 0;
      if (domain.isInitial || domain.isDefault || used) {
        throw badRequest(
          `The domain ${domain.id} cannot be removed: it is the initial or the default one, or users have it.`,
        );
      }
      call.tenant.removeDomain(domain.id);
      return NO_CONTENT;
    },
  },
  {
    method: "POST",
    path: "domains/{}/verify",
    permissions: WRITE,
    run: (call) => {
      const domain = domainOf(call);
      if (!domain.isVerified) {
        const owner = call.ownerOf(domain.id);
        if (owner !== undefined && owner !== call.tenant) {
          throw badRequest(
            `Domain verification failed with the following error: 'The domain ${domain.id} is already verified in another directory.'`,
          );
        }
        const [proof] = verificationRecords(domain.id, call.tenant.tenantId);
        if (!call.dns.texts(domain.id).includes(String(proof?.text))) {
          throw badRequest(
            `Domain verification failed with the following error: 'The domain ${domain.id} does not have the record ${proof?.text}.'`,
          );
        }
        call.tenant.verifyDomain(domain);
      }
      return entityAnswer(call, "domains", shown(domain, call));
    },
  },
  {
    method: "GET",
    path: "domains/{}/serviceConfigurationRecords",
    permissions: READ,
    run: (call) =>
      listAnswer(
        call,
        contextOf(call, "serviceConfigurationRecords"),
        domainOf(call).serviceConfigurationRecords,
        RECORD_SHAPE,
      ),
  },
  {
    method: "GET",
    path: "domains/{}/verificationDnsRecords",
    permissions: READ,
    run: (call) => {
      const domain = domainOf(call);
      const records = isBelowVerified(domain.id, call)
        ? []
        : verificationRecords(domain.id, call.tenant.tenantId);
      return listAnswer(call, contextOf(call, "verificationDnsRecords"), records, RECORD_SHAPE);
    },
  },
  {
    method: "GET",
    path: "domains/{}/domainNameReferences",
    permissions: READ,
    run: (call) => {
      const users = usersOf(domainOf(call), call).map((user) => ({
        "@odata.type": "#microsoft.graph.user",
        ...user,
      }));
      return listAnswer(call, "directoryObjects", users, {
        type: "directoryObject",
        defaults: users[0] ?? {},
      });
    },
  },
];

function usersOf({ id }: Domain, { directory }: Call) {
  return directory.users
    .all()
    .filter(({ userPrincipalName }) => String(userPrincipalName).toLowerCase().endsWith(`@${id}`));
}

function contextOf(call: Call, records: string): string {
  return `domains('${idOf(call)}')/${records}`;
}

function domainOf(call: Call): Domain {
  return domainAt(idOf(call), call);
}

function domainAt(name: string, { tenant }: Call): Domain {
  const domain = tenant.domains.get(name.toLowerCase());
  if (domain === undefined) throw notFound(name);
  return domain;
}

function isBelowVerified(name: string, { tenant }: Call): boolean {
  return [...tenant.domains.values()].some((other) => other.isVerified && name.endsWith(`.${other.id}`));
}

function isRoot({ id }: Pick<Domain, "id">, { tenant }: Call): boolean {
  return ![...tenant.domains.keys()].some((other) => id.endsWith(`.${other}`));
}

/** The domain without what Graph gives only when it is asked for. */
function shown({ serviceConfigurationRecords: _, ...facts }: Domain, call: Call): Json {
  return {
    authenticationType: "Managed",
    availabilityStatus: null,
    passwordNotificationWindowInDays: null,
    passwordValidityPeriodInDays: null,
    ...facts,
    isAdminManaged: true,
    isRoot: isRoot(facts, call),
    manufacturer: null,
    model: null,
    state: null,
  };
}
