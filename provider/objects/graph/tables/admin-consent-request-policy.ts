import type { GraphObject } from "../../../graph/types";
import { objects, text } from "../../../http/json";
import { checked, flag, whole, wholeNames } from "../../attribute";
import { replacedWhole } from "../access";
import { type GraphAttribute, type GraphTable, graph } from "../graph-table";
import { at, type Lens } from "../lens";
import { guidFault } from "../values";

const LIST = at("reviewers");

/** Reviewers of one kind by id; those of other kinds, such as who has a role, stay as they are. */
function reviewers(pattern: RegExp, query: (id: string) => string): Lens {
  const idOf = (one: GraphObject) => pattern.exec(text(one.query) ?? "")?.[1]?.toLowerCase();
  return {
    get: (entity) => objects(LIST.get(entity)).flatMap((one) => idOf(one) ?? []),
    set: (entity, value) => {
      const all = objects(LIST.get(entity));
      const wanted = Array.isArray(value) ? value.map(String) : [];
      const kept = new Map(all.map((one) => [idOf(one), one]));
      return LIST.set(entity, [
        ...all.filter((one) => idOf(one) === undefined),
        ...wanted.map(
          (id) =>
            kept.get(id.toLowerCase()) ?? { query: query(id), queryType: "MicrosoftGraph", queryRoot: null },
        ),
      ]);
    },
  };
}

const of = (about: string, lens: Lens): GraphAttribute =>
  graph(checked(wholeNames("reviewers", about), guidFault), { lens });

const GUID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
const VERSION = "^(?:/(?:v1\\.0|beta))?";

export const adminConsentRequestPolicy: GraphTable = {
  noun: "AdminConsentRequestPolicy",
  kind: "singleton",
  about: "How people ask for an application that they may not consent to themselves, and who answers.",
  graph: {
    path: "policies/adminConsentRequestPolicy",
    read: "Policy.Read.All",
    write: "Policy.ReadWrite.ConsentRequest",
    access: replacedWhole("policies/adminConsentRequestPolicy", [
      "isEnabled",
      "notifyReviewers",
      "remindersEnabled",
      "requestDurationInDays",
      "reviewers",
    ]),
  },
  attributes: {
    enabled: flag("isEnabled", "May people ask?"),
    notify_reviewers: flag("notifyReviewers", "Are reviewers told of each request?"),
    reminders_enabled: flag("remindersEnabled", "Are they reminded before a request ends?"),
    request_duration_in_days: whole(
      "requestDurationInDays",
      [0, 60],
      "After how many days a request that nobody answered ends.",
    ),
    reviewer_users: of(
      "Who answers: object ids of users.",
      reviewers(new RegExp(`${VERSION}/users/${GUID}$`), (id) => `/users/${id}`),
    ),
    reviewer_groups: of(
      "Groups whose members answer: their object ids.",
      reviewers(
        new RegExp(`${VERSION}/groups/${GUID}/transitiveMembers(?:/microsoft\\.graph\\.user)?$`),
        (id) => `/groups/${id}/transitiveMembers/microsoft.graph.user`,
      ),
    ),
  },
  source: "https://learn.microsoft.com/graph/api/resources/adminconsentrequestpolicy",
  role: "Global Administrator",
  notes: [
    "Reviewers by role stay as they are.",
    "Whether people see the request is a directory setting: m365_consent_settings.",
  ],
  example: {
    enabled: true,
    notify_reviewers: true,
    reminders_enabled: true,
    request_duration_in_days: 30,
    reviewer_groups: ["d5e1b5a8-6a4e-4d0a-9b8f-6f2f9f3d2a11"],
  },
};
