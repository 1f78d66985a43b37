import type { DnsName } from "../../dns/name";
import type { AuthenticationStrength, Group, NamedLocation, NamedObject } from "../../identity/coverage";
import type { Attributes } from "../../plan/attributes";
import type { ZoneFact } from "../../plan/zone-fact";
import type {
  ExchangeObjectPosture,
  ForwardingPosture,
  InboundConnectorPosture,
  OutboundConnectorPosture,
  PolicyPosture,
  Where,
} from "../../posture/model";
import type { Names } from "./names";

/** What a resource contributes to the posture of one side of a plan. */
export type ResourceFact =
  | (ZoneFact & { readonly where: Where })
  | ({ readonly kind: "policy" } & PolicyPosture)
  | DirectoryFact
  | { readonly kind: "dkim keys"; readonly domain: DnsName; readonly keySize?: number; readonly where: Where }
  | { readonly kind: "dkim signing"; readonly domain: DnsName; readonly where: Where }
  | ({ readonly kind: "inbound connector" } & InboundConnectorPosture)
  | PlannedOutboundConnector
  | ({ readonly kind: "forwarding" } & ForwardingPosture)
  | PlannedExchangeObject
  | { readonly kind: "accepted domain"; readonly domain: DnsName; readonly where: Where };

/** What policies rest on. An object whose content is not known says why. */
type DirectoryFact =
  | ({ readonly kind: "named location"; readonly location: NamedLocation } & DirectoryObject)
  | ({
      readonly kind: "authentication strength";
      readonly strength: AuthenticationStrength;
    } & DirectoryObject)
  | ({ readonly kind: "group"; readonly group: Group } & DirectoryObject)
  | { readonly kind: "group member"; readonly group: string; readonly member: string; readonly where: Where }
  /** A member of whom the plan shows too little, or of a group of which it does. */
  | { readonly kind: "hidden member"; readonly group?: string; readonly where: Where }
  | { readonly kind: "user"; readonly user: NamedObject; readonly disabled: boolean; readonly where: Where };

interface DirectoryObject {
  /** What of its content the plan does not show, in words. */
  readonly unknown?: readonly string[];
  readonly where: Where;
}

export interface PlannedOutboundConnector extends OutboundConnectorPosture {
  readonly kind: "outbound connector";
  readonly recipientDomains: readonly string[];
  /** Does Exchange count it as validated, or will apply make sure that it does? Absent: not known. */
  readonly validated?: boolean;
}

/** A policy, rule or setting of Exchange; `of` is its kind. */
interface PlannedExchangeObject extends Omit<ExchangeObjectPosture, "kind"> {
  readonly kind: "exchange object";
  readonly of: ExchangeObjectPosture["kind"];
}

/** A resource on one side of a plan. */
export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly attributes: Attributes;
  readonly where: Where;
  refersTo(...path: readonly string[]): readonly string[];
  writes(...path: readonly string[]): boolean;
}

/** Reads resources of one type. */
export type ResourceReader = (resource: PlannedResource, names: Names) => readonly ResourceFact[];
