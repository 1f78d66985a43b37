import type { Value } from "../../exchange/objects";
import {
  type SayingSettingBaseline,
  SETTING_UNMET,
  SETTING_VALUES,
  type SettingBaselineValue,
} from "./baselines";

const NAMES: readonly SayingSettingBaseline[] = ["microsoft", "scuba", "cis"];

/** The baselines of sign-in methods and of what everybody may do as a part of a page of Markdown. */
export function renderSettingBaselines(): string {
  const places = [...new Set(SETTING_VALUES.map(placeOf))];
  return [
    INTRODUCTION,
    ...places.flatMap((place) => [
      `### ${place}`,
      "",
      ...table(SETTING_VALUES.filter((one) => placeOf(one) === place)),
      "",
    ]),
    "### What they do not meet of sign-ins by themselves",
    "",
    ...NAMES.flatMap(unmet),
  ].join("\n");
}

const INTRODUCTION = `## Sign-in methods and what everybody may do

\`identity.baseline\` selects the values of one column; what stands under \`methods\`, \`authorization\`, \`passwords\`, \`consent\`,
\`applications\` and \`privilegedRoles.rules\` wins over it, attribute by attribute. It is apart from \`mfa.baseline\`, which selects policies of Conditional Access.
`;

const PLACES: Partial<Record<SettingBaselineValue["kind"], string>> = {
  "authorization-policy": "identity.authorization",
  "consent-settings": "identity.consent.settings",
  "admin-consent-request-policy": "identity.consent.requests, where reviewers are named",
  "default-app-management-policy": "identity.applications",
};

const ofRoles = (roles: readonly string[]): string =>
  roles.length === 1 ? String(roles[0]) : `each of ${roles.join(", ")}`;

function placeOf({ kind, method, roles }: SettingBaselineValue): string {
  if (method !== undefined) return `identity.methods.${method}`;
  const place = PLACES[kind];
  if (place !== undefined) return place;
  if (roles !== undefined) return `identity.privilegedRoles.rules, of ${ofRoles(roles)}`;
  return kind === "domain-password-policy" ? "identity.passwords, of each domain" : "identity.methods.policy";
}

function table(rows: readonly SettingBaselineValue[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["attribute", ...NAMES.map((name) => `\`${name}\``), "controls", "licence", "source"]),
    line(["---", ...NAMES.map(() => "---"), "---", "---", "---"]),
    ...rows.map(({ attribute, wanted, controls, licence, source }) =>
      line([
        `\`${attribute}\``,
        ...NAMES.map((name) => shown(wanted[name])),
        controls.join(", "),
        licence,
        `[Microsoft's page](${source})`,
      ]),
    ),
  ];
}

function shown(value: Value | undefined): string {
  if (value === undefined) return "";
  if (!Array.isArray(value)) return `\`${value === "all_users" ? "all" : String(value)}\``;
  if (value.length === 0) return "nothing";
  return value.map((one) => `\`${one === "all_users" ? "all" : one}\``).join(", ");
}

function unmet(name: SayingSettingBaseline): readonly string[] {
  const rows = Object.entries(SETTING_UNMET[name]);
  if (rows.length === 0) return [];
  return [
    `| \`${name}\` | why |`,
    "| --- | --- |",
    ...rows.map(([control, why]) => `| ${control} | ${why} |`),
    "",
  ];
}
