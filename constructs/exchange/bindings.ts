import { gated } from "../terraform/gated";
import * as any from "./m365/index";

// What managed Exchange declares, behind the gate that only Terraform text passes. Programs are given the classes as
// they are: the generated ones refuse templates as they run.

export const M365Provider = gated(any.M365Provider);
export const M365DkimSigning = gated(any.M365DkimSigning);
export const M365DkimSigningConfig = gated(any.M365DkimSigningConfig);
export const M365DnsPropagation = gated(any.M365DnsPropagation);
export const M365InboundConnector = gated(any.M365InboundConnector);
export const M365OutboundConnector = gated(any.M365OutboundConnector);
export const DataM365DomainServiceRecords = gated(any.DataM365DomainServiceRecords);
