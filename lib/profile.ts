import type { Fault, Path } from "./fault";
import type { MailDomainOptions, MxOptions, OnPremisesOptions, Profile } from "./options";

/** What a profile means before the domain says anything. */
export interface ProfileFacts {
  readonly receives: boolean;
  readonly sends: boolean;
  /** Does mail leave through Exchange Online? */
  readonly exchangeOnline: boolean;
  /** Does mail arrive through Exchange Online Protection, unless `mx` names another host? */
  readonly eop: boolean;
}

export const PROFILES: Readonly<Record<Profile, ProfileFacts>> = {
  "exchange-online": { receives: true, sends: true, exchangeOnline: true, eop: true },
  "eop-onpremises": { receives: true, sends: true, exchangeOnline: true, eop: true },
  "on-premises": { receives: true, sends: true, exchangeOnline: false, eop: false },
  "send-only": { receives: false, sends: true, exchangeOnline: false, eop: false },
  "receive-only": { receives: true, sends: false, exchangeOnline: false, eop: true },
  parked: { receives: false, sends: false, exchangeOnline: false, eop: false },
};

type Section = keyof MailDomainOptions;

const SENDS_NOTHING = "the domain sends no mail";
const RECEIVES_NOTHING = "the domain receives no mail";
const NO_MAILBOXES = "the domain has no mailboxes";
const NO_PREMISES = "only on-premises and eop-onpremises have premises";
const NOT_MICROSOFTS = "nothing of the domain is Microsoft's yet";
const NOT_PARKED = "the domain is not parked";

/** The sections that make no sense with a profile, and why. */
const UNFIT: Readonly<Record<Profile, Readonly<Partial<Record<Section, string>>>>> = {
  "exchange-online": { onPremises: NO_PREMISES, parked: NOT_PARKED },
  "eop-onpremises": { parked: NOT_PARKED },
  "on-premises": { mx: NOT_MICROSOFTS, autodiscover: NOT_MICROSOFTS, parked: NOT_PARKED },
  "send-only": {
    mx: RECEIVES_NOTHING,
    mtaSts: RECEIVES_NOTHING,
    tlsRpt: RECEIVES_NOTHING,
    autodiscover: NO_MAILBOXES,
    onPremises: NO_PREMISES,
    parked: NOT_PARKED,
  },
  "receive-only": {
    spf: SENDS_NOTHING,
    dkim: SENDS_NOTHING,
    senders: SENDS_NOTHING,
    bimi: SENDS_NOTHING,
    onPremises: NO_PREMISES,
    parked: NOT_PARKED,
  },
  parked: {
    mx: RECEIVES_NOTHING,
    spf: SENDS_NOTHING,
    dkim: SENDS_NOTHING,
    senders: SENDS_NOTHING,
    mtaSts: RECEIVES_NOTHING,
    tlsRpt: RECEIVES_NOTHING,
    bimi: SENDS_NOTHING,
    autodiscover: NO_MAILBOXES,
    onPremises: NO_PREMISES,
  },
};

/** The options of which some say no more than the profile does anyway. */
type Sections = Partial<Pick<MailDomainOptions, "mx" | "autodiscover">>;

/** The sections of some options that make no sense with a profile, each with the reason, in the options' order. */
export function unfitSections(
  profile: Profile,
  options: Sections,
): readonly { readonly section: Section; readonly reason: string }[] {
  const reasons = UNFIT[profile];
  return (Object.keys(options) as Section[]).flatMap((section) => {
    const reason = Object.hasOwn(reasons, section) ? reasons[section] : undefined;
    if (reason === undefined || options[section as keyof Sections] === undefined) return [];
    return goesWith(profile, section, options) ? [] : { section, reason };
  });
}

/** A fault for each section that makes no sense with the profile; its path is the section. */
export function unfitFaults(
  profile: Profile,
  options: Sections,
): readonly (Fault & { readonly path: Path })[] {
  return unfitSections(profile, options).map(({ section, reason }) => ({
    path: [section],
    message: `${section} does not go with profile ${profile}`,
    fix: `leave it out, or choose another profile: ${reason}`,
  }));
}

/** A fault for each section that a profile cannot be without. */
export function missingFaults(
  profile: Profile,
  {
    mx,
    onPremises,
  }: {
    readonly mx?: MxOptions | undefined;
    readonly onPremises?: Partial<OnPremisesOptions> | undefined;
  },
): readonly (Fault & { readonly path: Path })[] {
  if (profile !== "eop-onpremises" && profile !== "on-premises") return [];
  const faults: (Fault & { readonly path: Path })[] = [];
  if (!onPremises?.egress?.length) {
    faults.push({
      path: ["onPremises"],
      message: `profile ${profile} needs the premises' egress addresses`,
      expected: "onPremises: { egress: [203.0.113.25] }",
    });
  }
  if (profile === "on-premises" && mx === undefined && onPremises?.smartHost === undefined) {
    faults.push({
      path: ["mx"],
      message: "profile on-premises needs the host that takes the domain's mail",
      expected: "mx: { host: mail.contoso.com }, or onPremises: { smartHost: mail.contoso.com }",
    });
  }
  return faults;
}

/** Does a section that makes no sense with the profile as a rule make sense as it is written? */
function goesWith(profile: Profile, section: Section, { mx, autodiscover }: Sections): boolean {
  if (section === "autodiscover") return autodiscover === false;
  if (section !== "mx") return false;
  return profile === "on-premises" ? !isMicrosoftsMx(mx) : isNoMx(profile, mx);
}

/** Is the host one of EOP's that is told without its name? */
export function isMicrosoftsMx(mx: MxOptions | undefined): boolean {
  return mx === "auto" || (typeof mx === "object" && ("partition" in mx || "addedBefore" in mx));
}

function isNoMx(profile: Profile, mx: MxOptions | undefined): boolean {
  return mx === "null" || (mx === "none" && (profile === "send-only" || profile === "parked"));
}
