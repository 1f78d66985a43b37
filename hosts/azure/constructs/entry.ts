/**
 * Constructs for zones of Azure DNS; they need the package @cdktf/provider-azurerm.
 * @module cdktf-mail-hygiene/azure
 */

export { type AzureStackZone, addAzureZone } from "./add-zone";
export { AzureZone, type AzureZoneByName, type AzureZoneCreated } from "./azure-zone";
