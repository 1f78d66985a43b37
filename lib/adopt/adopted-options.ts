import type { MailDomainOptions } from "../options";

/** What an estate says of a mail domain, beside its name and what is not yet as it is declared. */
export type AdoptedOptions = Omit<MailDomainOptions, "domain" | "asFound">;
