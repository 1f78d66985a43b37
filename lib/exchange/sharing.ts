/** Something that an entry of a sharing policy gives to everybody. */
interface SharedWithEverybody {
  readonly what: "calendars" | "contacts";
  /** How much of a calendar. */
  readonly detail?: string;
  readonly whom: "every organization" | "anybody";
}

/** How much of a calendar is shared, by the word of the entry. */
const DETAILS: Readonly<Record<string, string>> = {
  calendarsharingfreebusysimple: "free and busy times",
  calendarsharingfreebusydetail: "times, subjects and places",
  calendarsharingfreebusyreviewer: "all details",
};

/**
 * What an entry of a sharing policy's domains, `*:CalendarSharingFreeBusySimple, ContactsSharing`, gives to everybody.
 * https://learn.microsoft.com/powershell/module/exchangepowershell/new-sharingpolicy
 */
export function sharedWithEverybody(entry: string): readonly SharedWithEverybody[] {
  const [, domain = "", actions = ""] = /^([^:]*):(.*)$/.exec(entry) ?? [];
  const whom =
    domain === "*" ? "every organization" : domain.toLowerCase() === "anonymous" ? "anybody" : undefined;
  if (whom === undefined) return [];
  return actions.split(",").flatMap((action): readonly SharedWithEverybody[] => {
    const word = action.trim().toLowerCase();
    if (word.includes("contacts")) return [{ what: "contacts", whom }];
    if (!word.includes("calendar")) return [];
    const detail = Object.hasOwn(DETAILS, word) ? DETAILS[word] : undefined;
    return [{ what: "calendars", whom, ...(detail === undefined ? {} : { detail }) }];
  });
}
