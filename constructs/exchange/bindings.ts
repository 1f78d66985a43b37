import { gated } from "../terraform/gated";
import * as generated from "./m365/index";

// What managed Exchange declares, behind the gate that only Terraform text passes. Programs are given the classes as
// they are: the generated ones refuse templates as they run.

export const M365Provider = gated(generated.M365Provider);
export const M365DkimSigning = gated(generated.M365DkimSigning);
export const M365DkimSigningConfig = gated(generated.M365DkimSigningConfig);
export const M365DnsPropagation = gated(generated.M365DnsPropagation);
export const M365InboundConnector = gated(generated.M365InboundConnector);
export const M365OutboundConnector = gated(generated.M365OutboundConnector);
export const DataM365DomainServiceRecords = gated(generated.DataM365DomainServiceRecords);
