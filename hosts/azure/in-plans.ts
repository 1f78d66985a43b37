import type { HostInPlans } from "../host";
import { azureRecordSets } from "./records-in-plans";
import { azureZoneFeatures } from "./zones-in-plans";

/** The host's resources in Terraform plans. */
export const azureInPlans: HostInPlans = {
  records: azureRecordSets,
  policies: {},
  zoneFeatures: azureZoneFeatures,
  zones: { azurerm_dns_zone: ["id"] },
};
