import type { Path } from "../../fault";
import type { Profile } from "../../options";
import { PROFILES, unfitFaults, unfitSections } from "../../profile";
import type { EstateFault } from "../estate-fault";
import type { MailInput } from "./merge";

/**
 * The defaults as far as they suit a profile; the rest is for other domains and is left out silently.
 * A domain that sends nothing has the DMARC policy reject, which a default meant for senders must not weaken.
 */
export function fitDefaults(profile: Profile, defaults: MailInput): MailInput {
  const fitting = withoutUnfit(profile, defaults);
  if (PROFILES[profile].sends || !defaults.dmarc) return fitting;
  const { policy, subdomainPolicy, nonExistentPolicy, test, ...dmarc } = defaults.dmarc;
  return { ...fitting, dmarc };
}

/** Reports the sections that a domain itself writes and that its profile has no use for, and gives the others. */
export function fitOwn<Own extends MailInput>(
  profile: Profile,
  own: Own,
  at: Path,
  report: (fault: EstateFault) => void,
): Own {
  for (const fault of unfitFaults(profile, own)) {
    report({ ...fault, path: [...at, ...fault.path], atKey: true });
  }
  return withoutUnfit(profile, own);
}

function withoutUnfit<Input extends MailInput>(profile: Profile, input: Input): Input {
  const unfit = new Set<string>(unfitSections(profile, input).map(({ section }) => section));
  if (unfit.size === 0) return input;
  return Object.fromEntries(Object.entries(input).filter(([section]) => !unfit.has(section))) as Input;
}
