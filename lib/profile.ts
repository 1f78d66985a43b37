import type { MailDomainOptions, MxOptions, Profile } from "./options";

/** What a profile means before the domain says anything. */
export interface ProfileFacts {
  readonly receives: boolean;
  readonly sends: boolean;
  /** Does mail leave through Exchange Online? */
  readonly exchangeOnline: boolean;
}

export const PROFILES: Readonly<Record<Profile, ProfileFacts>> = {
  "exchange-online": { receives: true, sends: true, exchangeOnline: true },
  "eop-onpremises": { receives: true, sends: true, exchangeOnline: true },
  "send-only": { receives: false, sends: true, exchangeOnline: false },
  "receive-only": { receives: true, sends: false, exchangeOnline: false },
  parked: { receives: false, sends: false, exchangeOnline: false },
};

type Section = keyof MailDomainOptions;

const SENDS_NOTHING = "the domain sends no mail";
const RECEIVES_NOTHING = "the domain receives no mail";
const NO_MAILBOXES = "the domain has no mailboxes";
const NO_PREMISES = "only eop-onpremises has premises";
const NOT_PARKED = "the domain is not parked";

/** The sections that make no sense with a profile, and why. */
const UNFIT: Readonly<Record<Profile, Readonly<Partial<Record<Section, string>>>>> = {
  "exchange-online": { onPremises: NO_PREMISES, parked: NOT_PARKED },
  "eop-onpremises": { parked: NOT_PARKED },
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

/** The sections of some options that make no sense with a profile, each with the reason, in the options' order. */
export function unfitSections(
  profile: Profile,
  options: Partial<Pick<MailDomainOptions, "mx" | "autodiscover">>,
): readonly { readonly section: Section; readonly reason: string }[] {
  const reasons = new Map(Object.entries(UNFIT[profile]));
  return (Object.entries(options) as [Section, unknown][]).flatMap(([section, value]) => {
    const reason = reasons.get(section);
    return value === undefined || reason === undefined || saysTheSame(profile, section, options)
      ? []
      : { section, reason };
  });
}

/** Does a section say no more than the profile does anyway? */
function saysTheSame(
  profile: Profile,
  section: Section,
  { mx, autodiscover }: Parameters<typeof unfitSections>[1],
): boolean {
  if (section === "autodiscover") return autodiscover === false;
  return section === "mx" && isNoMx(profile, mx);
}

function isNoMx(profile: Profile, mx: MxOptions | undefined): boolean {
  return mx === "null" || (mx === "none" && profile === "send-only");
}
