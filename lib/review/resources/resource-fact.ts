import type { DnsName } from "../../dns/name";
import type {
  ForwardingPosture,
  InboundConnectorPosture,
  KnownRecord,
  OutboundConnectorPosture,
  PolicyPosture,
  UnknownRecord,
  Where,
} from "../../posture/model";
import type { Attributes } from "../plan/attributes";
import type { Names } from "./names";

/** What a resource contributes to the posture of one side of a plan. */
export type ResourceFact =
  | ({ readonly kind: "record" } & KnownRecord)
  | ({ readonly kind: "unknown record" } & UnknownRecord)
  /** A record that cannot be placed or understood: it is shown, never judged. */
  | { readonly kind: "unread"; readonly why: string; readonly where: Where }
  | PlannedPolicy
  | { readonly kind: "dkim keys"; readonly domain: DnsName; readonly keySize?: number; readonly where: Where }
  | { readonly kind: "dkim signing"; readonly domain: DnsName; readonly where: Where }
  | ({ readonly kind: "inbound connector" } & InboundConnectorPosture)
  | PlannedOutboundConnector
  | ({ readonly kind: "forwarding" } & ForwardingPosture)
  | { readonly kind: "accepted domain"; readonly domain: DnsName; readonly where: Where }
  | { readonly kind: "policy worker"; readonly script: string; readonly text: string; readonly where: Where }
  | { readonly kind: "worker host"; readonly script: string; readonly host: DnsName; readonly where: Where };

interface PlannedPolicy extends PolicyPosture {
  readonly kind: "policy";
  /** Does the policy spare someone whom nobody can name before apply? */
  readonly sparesUnknown: boolean;
}

export interface PlannedOutboundConnector extends OutboundConnectorPosture {
  readonly kind: "outbound connector";
  readonly recipientDomains: readonly string[];
  /** Does Exchange count it as validated, or will apply make sure that it does? Absent: not known. */
  readonly validated?: boolean;
}

/** A resource on one side of a plan. */
export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly attributes: Attributes;
  readonly where: Where;
  refersTo(...path: readonly string[]): readonly string[];
}

/** Reads resources of one type. */
export type ResourceReader = (resource: PlannedResource, names: Names) => readonly ResourceFact[];
