import type { TenantPart } from "../../posture/model";

/** A list of controls, in the order of its own document: every one that concerns mail or sign-ins is in one of the two tables. */
export interface ControlList {
  readonly title: string;
  /** Stands in front of a control's id where lists are mixed: `CISA MS.EXO.2.2v3`. */
  readonly issuer: string;
  /** Where the list is published. */
  readonly url: string;
  /** Which controls of the document are here. */
  readonly scope: string;
  /** Controls that rules hold a posture against. */
  readonly controls: Readonly<Record<string, Control>>;
  /** Controls that no rule reads, whatever the source. */
  readonly notJudged: Readonly<Record<string, NotJudgedControl>>;
}

/** One control of a list. */
export interface Control {
  /** What it asks for, as far as rules hold a posture against it. */
  readonly asks: string;
  /** The least level of a rule that finds it unmet. */
  readonly unmet: "error" | "warning";
  /** Where one sees it in the tenant itself. Required where only rules over tenants read it: the DNS shows none of it. */
  readonly look?: Look;
  /** What the control asks for besides, which no rule reads. */
  readonly rest?: ControlRest;
}

/** A part of a control that is not judged. */
export interface ControlRest {
  /** E.g. `whether Exchange Online signs`. */
  readonly part: string;
  readonly look: Look;
  /** The part is judged after all of tenants of which this is known. */
  readonly unless?: TenantPart;
  /** The part is judged after all of tenants of which all of this was read. */
  readonly unlessWhole?: TenantPart;
}

/** One control that is not judged. */
export interface NotJudgedControl {
  readonly asks: string;
  readonly look: Look;
}

/** Where somebody sees what no rule does. */
export interface Look {
  readonly place: LookPlace;
  /** The page in the portal, the command, or what to do, in a few words. */
  readonly how: string;
}

/** Where one looks, in the order in which people are told. */
export const LOOK_PLACES = [
  "Entra admin center",
  "Exchange Online PowerShell",
  "Microsoft Defender portal",
  "Microsoft Purview portal",
  "Microsoft 365 admin center",
  "DNS",
  "messages",
] as const;
/** Where one looks. */
export type LookPlace = (typeof LOOK_PLACES)[number];

/** Writes a row of a table: what is asked, and where one looks. */
function at(place: LookPlace) {
  return (asks: string, how: string): NotJudgedControl => ({ asks, look: { place, how } });
}

export const entra = at("Entra admin center");
export const exchange = at("Exchange Online PowerShell");
export const defender = at("Microsoft Defender portal");
export const purview = at("Microsoft Purview portal");
export const admin = at("Microsoft 365 admin center");
export const dns = at("DNS");
export const messages = at("messages");
