/** Constructs for zones of Azure DNS, `cdktf-mail-hygiene/azure`; they need the package @cdktf/provider-azurerm. */
export { type AzureStackZone, addAzureZone } from "./add-zone";
export { AzureZone, type AzureZoneByName, type AzureZoneCreated } from "./azure-zone";
