import { type DnsName, parseName } from "../dns/name";
import { unwrap } from "../fault";
import { SENDERS, type SenderAlignment, type SenderEntry, type SenderParameter } from "./catalogue";
import { resolveUse, type SenderDkim, type SenderParts, type SenderRecord } from "./resolve";

const ALIGNMENT = new Map<SenderAlignment, string>([
  [true, "yes, through the domain's own record"],
  [false, "no"],
  ["with-return-path", "only through a bounce subdomain, with the record published there"],
  ["if-configured", "only with the setting named below; then write `spf: true`"],
]);

const FORM: Readonly<Record<SenderParameter["form"], string>> = {
  label: "a name relative to the domain",
  selector: "a selector",
  host: "a host name",
  "dkim-key": "a key record, or the base64 of the public key",
  choice: "",
  pattern: "",
};

/** The catalogue as a page of Markdown, with each sender's example resolved for contoso.com. */
export function renderSenderCatalogue(): string {
  const domain = unwrap("example domain", parseName("contoso.com"));
  const sections = [...SENDERS].map(([name, entry]) => renderSender(name, entry, domain));
  return `${INTRODUCTION}\n${sections.join("\n")}`;
}

const INTRODUCTION = `# Known senders

<!-- Rendered from lib/senders/catalogue.json; a test holds that this page is current. -->

A domain names the services that send its mail under \`senders\`, with the values that the service's console shows.
That publishes the DKIM selectors, the bounce subdomain and, only if the mail aligns through it, the SPF include.

SPF is asked of the bounce domain (RFC 7208 §2.4). An include for a service that uses a bounce domain of its own is
never asked, costs look-ups of the ten there are (§4.6.4), and lets the service's other customers pass as the domain.
\`spf: true\` is therefore refused for such a service; \`spf: false\` leaves out the include of any other.
`;

function renderSender(name: string, entry: SenderEntry, domain: DnsName): string {
  const parts = unwrap(`example of ${name}`, resolveUse({ [name]: entry.example }, domain));
  const { why, instead } = entry.spf;
  return [
    `## ${entry.title}`,
    "",
    `- Name: \`${name}\``,
    `- Aligns through SPF: ${ALIGNMENT.get(entry.spf.aligns) ?? ""}. ${sentence(why)}${instead === undefined ? "" : ` ${sentence(instead)}`}`,
    `- Source: <${entry.source}>`,
    `- Checked: ${entry.checked}.`,
    "",
    ...renderParameters(entry),
    "```yaml",
    "senders:",
    ...renderUse(name, entry.example),
    "```",
    "",
    ...renderParts(parts),
    "",
  ].join("\n");
}

function renderParameters({ parameters, either }: SenderEntry): readonly string[] {
  const rows = Object.entries(parameters).map(([name, rule]) => {
    const form =
      rule.form === "pattern"
        ? rule.expected
        : rule.form === "choice"
          ? rule.choices.join(", ")
          : FORM[rule.form];
    const list = rule.shape === "list" ? `list${rule.count === undefined ? "" : ` of ${rule.count}`}: ` : "";
    const wanted = rule.required
      ? "required"
      : rule.default !== undefined
        ? `default \`${showValue(rule.default)}\``
        : rule.needs.length > 0
          ? `with ${rule.needs.join(", ")}`
          : "optional";
    return `| \`${name}\` | ${rule.means} | ${list}${form} | ${wanted} |`;
  });
  if (rows.length === 0) return [];
  const choice = either.map((set) => set.map((name) => `\`${name}\``).join(" and ")).join(", or ");
  return [
    "| parameter | meaning | form | |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    ...(choice === "" ? [] : [`Give either ${choice}.`, ""]),
  ];
}

function renderUse(name: string, example: SenderEntry["example"]): readonly string[] {
  const values = Object.entries(example);
  if (values.length === 0) return [`  - ${name}`];
  return [`  - ${name}:`, ...values.map(([key, value]) => `      ${key}: ${yaml(value)}`)];
}

/** Double quotes keep digits a text and keep `: ` and `#` inside a key record out of YAML's way. */
function yaml(value: string | readonly string[]): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : `[${value.map((text) => JSON.stringify(text)).join(", ")}]`;
}

function renderParts({ spfIncludes, spfA, dkim, records }: SenderParts): readonly string[] {
  const spf = [...spfIncludes.map((domain) => `include:${domain}`), ...spfA.map((domain) => `a:${domain}`)];
  const rows = [...dkim.map(dkimRow), ...records.map(recordRow)];
  return [
    `In the domain's SPF record: ${spf.length === 0 ? "nothing" : spf.map((term) => `\`${term}\``).join(", ")}.`,
    ...(rows.length === 0 ? [] : ["", "| owner | type | data |", "| --- | --- | --- |", ...rows]),
  ];
}

function dkimRow(part: SenderDkim): string {
  return "txt" in part ? row(part.label, "TXT", part.txt) : row(part.label, "CNAME", part.target);
}

function recordRow(part: SenderRecord): string {
  switch (part.type) {
    case "CNAME":
      return row(part.label, "CNAME", part.target);
    case "TXT":
      return row(part.label, "TXT", part.value);
    case "MX":
      return row(part.label, "MX", `${part.preference} ${part.exchange}`);
  }
}

function row(label: string, type: string, data: string): string {
  return `| \`${label}\` | ${type} | \`${data}\` |`;
}

function showValue(value: string | readonly string[]): string {
  return typeof value === "string" ? value : `[${value.join(", ")}]`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
