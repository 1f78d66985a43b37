import { sharingRule } from "../sharing-rule";

export const exchangeCalendarsShared = sharingRule({
  id: "exchange-calendars-shared",
  what: "calendars",
  title: "calendars may be shared with everybody outside",
  why: "Users give strangers where they are and whom they meet with two clicks, and attackers who are in give it to themselves.",
  controls: { scuba: ["MS.EXO.6.2v1"], cis: ["1.3.3"] },
});
