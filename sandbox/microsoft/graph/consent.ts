import { randomUUID } from "node:crypto";
import { isJson, type Json } from "../../http/answer";
import { entityAnswer, listAnswer } from "./answers";
import { properties } from "./bind";
import { badRequest, notFound } from "./graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";
import { checkBody } from "./types/types";

const READ = [
  "GroupSettings.Read.All",
  "GroupSettings.ReadWrite.All",
  "Directory.Read.All",
  "Group.Read.All",
];
const WRITE = ["GroupSettings.ReadWrite.All", "Directory.ReadWrite.All"];

/** https://learn.microsoft.com/graph/api/groupsettingtemplate-list */
const TEMPLATES: readonly Json[] = [
  {
    id: "62375ab9-6b52-47ed-826b-58e47e0e304b",
    displayName: "Group.Unified",
    values: [
      { name: "EnableGroupCreation", type: "System.Boolean", defaultValue: "true" },
      { name: "AllowToAddGuests", type: "System.Boolean", defaultValue: "true" },
    ],
  },
  {
    id: "dffd5d46-495d-40a9-8e21-954ff55e198a",
    displayName: "Consent Policy Settings",
    values: [
      { name: "EnableGroupSpecificConsent", type: "System.Boolean", defaultValue: "false" },
      { name: "BlockUserConsentForRiskyApps", type: "System.Boolean", defaultValue: "true" },
      { name: "EnableAdminConsentRequests", type: "System.Boolean", defaultValue: "false" },
      { name: "ConstrainGroupSpecificConsentToMembersOfGroupId", type: "System.Guid", defaultValue: "" },
    ],
  },
];

const KEPT = "groupSettings/";

const SETTING = {
  type: "groupSetting",
  defaults: { id: null, displayName: null, templateId: null, values: [] },
} as const;

function all({ directory }: Call): readonly Json[] {
  return directory.settings
    .all()
    .flatMap(({ id, value }) => (id.startsWith(KEPT) && isJson(value) ? [value] : []));
}

function templateOf(id: unknown): Json {
  const found = TEMPLATES.find((template) => template.id === id);
  if (found === undefined) throw notFound(String(id));
  return found;
}

function checkValues(values: unknown, { values: known }: Json): void {
  const names = (Array.isArray(known) ? known : []).map((one) => isJson(one) && one.name);
  const given = (Array.isArray(values) ? values : []).filter(isJson);
  const strange = given.find(({ name }) => !names.includes(String(name)));
  if (strange) throw badRequest(`Setting '${String(strange.name)}' is not in the template.`, "values");
  for (const { name, value } of given) {
    const type = (Array.isArray(known) ? known : []).filter(isJson).find((one) => one.name === name)?.type;
    if (type === "System.Boolean" && !/^(?:true|false)$/i.test(String(value))) {
      throw badRequest(`The value of '${String(name)}' is no Boolean.`, "values");
    }
  }
}

/** Directory settings of a tenant: none until one is made of its template. */
export const CONSENT_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: "groupSettingTemplates/{}",
    permissions: READ,
    run: (call) => entityAnswer(call, "groupSettingTemplates", templateOf(idOf(call))),
  },
  {
    method: "GET",
    path: "groupSettings",
    permissions: READ,
    run: (call) => listAnswer(call, "groupSettings", all(call), SETTING),
  },
  {
    method: "POST",
    path: "groupSettings",
    permissions: WRITE,
    run: (call) => {
      checkBody(call.body, "groupSetting", call.version);
      const { templateId, values } = properties(call.body);
      const template = templateOf(templateId);
      if (all(call).some((one) => one.templateId === templateId)) {
        throw badRequest(
          "A conflicting object with one or more of the specified property values is present.",
        );
      }
      checkValues(values, template);
      const id = randomUUID();
      const value = { id, displayName: template.displayName, templateId, values };
      call.directory.settings.put({ id: `${KEPT}${id}`, value });
      return entityAnswer(call, "groupSettings", value, { status: 201 });
    },
  },
  {
    method: "PATCH",
    path: "groupSettings/{}",
    permissions: [...WRITE, "Policy.ReadWrite.Authorization"],
    run: (call) => {
      const found = all(call).find(({ id }) => id === idOf(call));
      if (found === undefined) throw notFound(idOf(call));
      checkBody(call.body, "groupSetting", call.version);
      checkValues(call.body.values, templateOf(found.templateId));
      const value = { ...found, values: call.body.values };
      call.directory.settings.put({ id: `${KEPT}${String(found.id)}`, value });
      return NO_CONTENT;
    },
  },
];
