import type { Json } from "../../http/answer";
import { guidOf } from "../guid";
import { instant } from "../tenant/user";
import { entityAnswer, listAnswer } from "./answers";
import { notFound } from "./graph-error";
import { type Call, idOf, type Route } from "./route";

const READ = [
  "Organization.Read.All",
  "Organization.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** What the tenant has bought, as far as policies ask for it. */
const SKUS = [
  { skuPartNumber: "EXCHANGESTANDARD", skuId: "4b9405b0-7788-4568-add1-99614e613b69" },
  { skuPartNumber: "AAD_PREMIUM_P2", skuId: "84a661c4-e949-4bd2-a560-ed7766fcaf2b" },
];

export const ORGANIZATION: readonly Route[] = [
  {
    method: "GET",
    path: "organization",
    permissions: READ,
    run: (call) => {
      const organization = organizationOf(call);
      return listAnswer(call, "organization", [organization], {
        type: "organization",
        defaults: organization,
      });
    },
  },
  {
    method: "GET",
    path: "organization/{}",
    permissions: READ,
    run: (call) => {
      if (idOf(call).toLowerCase() !== call.tenant.tenantId) throw notFound(idOf(call));
      return entityAnswer(call, "organization", organizationOf(call));
    },
  },
  {
    method: "GET",
    path: "subscribedSkus",
    permissions: READ,
    run: (call) => {
      const skus = SKUS.map((sku) => subscribed(sku, call));
      return listAnswer(call, "subscribedSkus", skus, { type: "subscribedSku", defaults: skus[0] ?? {} });
    },
  },
];

function organizationOf({ tenant }: Call): Json {
  return {
    id: tenant.tenantId,
    deletedDateTime: null,
    displayName: tenant.initialPrefix,
    countryLetterCode: null,
    onPremisesLastSyncDateTime:
      tenant.synchronization?.last === "now" ? instant() : (tenant.synchronization?.last ?? null),
    onPremisesSyncEnabled: tenant.synchronization?.enabled ?? null,
    preferredLanguage: "en",
    technicalNotificationMails: [],
    tenantType: "AAD",
    verifiedDomains: [...tenant.domains.values()]
      .filter(({ isVerified }) => isVerified)
      .map(({ id, isDefault, isInitial }) => ({
        capabilities: "Email",
        isDefault,
        isInitial,
        name: id,
        type: "Managed",
      })),
  };
}

function subscribed({ skuPartNumber, skuId }: (typeof SKUS)[number], { tenant, directory }: Call): Json {
  return {
    id: `${tenant.tenantId}_${skuId}`,
    accountId: tenant.tenantId,
    appliesTo: "User",
    capabilityStatus: "Enabled",
    consumedUnits: directory.users.size,
    prepaidUnits: { enabled: 1000, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: [
      {
        servicePlanId: guidOf("servicePlan", skuPartNumber),
        servicePlanName: skuPartNumber,
        provisioningStatus: "Success",
        appliesTo: "User",
      },
    ],
    skuId,
    skuPartNumber,
  };
}
