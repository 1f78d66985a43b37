import { sharingRule } from "../sharing-rule";

export const exchangeContactsShared = sharingRule({
  id: "exchange-contacts-shared",
  what: "contacts",
  title: "contacts may be shared with everybody outside",
  why: "Users give strangers the names and numbers of everybody they know with two clicks, and attackers who are in give it to themselves.",
  controls: { scuba: ["MS.EXO.6.1v1"] },
});
