import { DnsARecord as AnyARecord } from "@cdktf/provider-azurerm/lib/dns-a-record";
import { DnsAaaaRecord as AnyAaaaRecord } from "@cdktf/provider-azurerm/lib/dns-aaaa-record";
import { DnsCaaRecord as AnyCaaRecord } from "@cdktf/provider-azurerm/lib/dns-caa-record";
import { DnsCnameRecord as AnyCnameRecord } from "@cdktf/provider-azurerm/lib/dns-cname-record";
import { DnsMxRecord as AnyMxRecord } from "@cdktf/provider-azurerm/lib/dns-mx-record";
import { DnsNsRecord as AnyNsRecord } from "@cdktf/provider-azurerm/lib/dns-ns-record";
import { DnsPtrRecord as AnyPtrRecord } from "@cdktf/provider-azurerm/lib/dns-ptr-record";
import { DnsSrvRecord as AnySrvRecord } from "@cdktf/provider-azurerm/lib/dns-srv-record";
import { DnsTxtRecord as AnyTxtRecord } from "@cdktf/provider-azurerm/lib/dns-txt-record";
import { DnsZone as AnyZone } from "@cdktf/provider-azurerm/lib/dns-zone";
import { AzurermProvider as AnyProvider } from "@cdktf/provider-azurerm/lib/provider";
import { gated } from "../../../constructs/terraform/gated";

// What this host's stacks declare, behind the gate that only Terraform text passes.

export const AzurermProvider = gated(AnyProvider);
export const DnsZone = gated(AnyZone);
export const DnsARecord = gated(AnyARecord);
export const DnsAaaaRecord = gated(AnyAaaaRecord);
export const DnsCaaRecord = gated(AnyCaaRecord);
export const DnsCnameRecord = gated(AnyCnameRecord);
export const DnsMxRecord = gated(AnyMxRecord);
export const DnsNsRecord = gated(AnyNsRecord);
export const DnsPtrRecord = gated(AnyPtrRecord);
export const DnsSrvRecord = gated(AnySrvRecord);
export const DnsTxtRecord = gated(AnyTxtRecord);
