import { APIS } from "./apis";
import { rightsToApply } from "./needs";
import { READING_RIGHTS } from "./reading";
import type { Part, Right } from "./row";
import { ROWS } from "./table";

/** The table as a page of Markdown: what each resource and data source takes, to plan and to apply. */
export function renderPermissions(): string {
  const rows = [...ROWS].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    INTRODUCTION,
    ...line(["resource", "API", "plan", "apply", "asked for by", "source"]),
    ...line(["---", "---", "---", "---", "---", "---"]),
    ...rows.flatMap(([key, { feature, parts }]) => {
      const by = typeof feature === "string" ? feature : [...new Set(Object.values(feature))].join(", ");
      if (parts.length === 0) return line([`\`${key}\``, "none", "nothing", "nothing", by, ""]);
      return parts.flatMap((part) =>
        line([`\`${key}\``, nameOf(part), ...rightsOf(part), by, `[page](${part.source})`]),
      );
    }),
    "",
    READING,
    ...line(["right", "API", "reads"]),
    ...line(["---", "---", "---"]),
    ...READING_RIGHTS.flatMap(({ right, api, reads }) => line([`\`${right}\``, api, reads])),
    "",
  ].join("\n");
}

const nameOf = ({ api }: Part) => `${APIS[api].name}, ${APIS[api].kind}`;

function rightsOf(part: Part): readonly string[] {
  return [words(part.plan), part.apply.length === 0 ? "the same" : words(rightsToApply(part))];
}

function words(rights: readonly Right[]): string {
  const one = (right: Right) =>
    typeof right === "string" ? `\`${right}\`` : right.map((name) => `\`${name}\``).join(" or ");
  return rights.map(one).join(", ");
}

const line = (cells: readonly string[]): readonly string[] => [`| ${cells.join(" | ")} |`];

const READING = `## Reading a tenant

What \`verify --tenant\` and \`audit --tenant\` take to read [all that they judge](../guide/tenant-evidence.md). Nothing among it can write. What is not granted is not
read, and said so with the right that is missing; the rest is judged all the same. Not tried against a live tenant.
`;

const INTRODUCTION = `# Permissions

<!-- Rendered from lib/permissions by npm run docs. -->

What each resource and data source takes. \`mail-hygiene permissions <estate>\` prints what one estate takes, and no more: by API and
credentials, for plan and for apply, with the part of the estate that asks.

\`\`\`console
$ mail-hygiene permissions estate.yaml
\`\`\`

- **Plan** reads; give it credentials of its own. **Apply** reads first: its rights hold those of plan, but for what a greater right includes.
- Of "A or B" one is enough. The command takes what something else asks for anyway, else the first, which is the narrowest.
- Permissions of Graph are application permissions, with admin consent. The sandbox refuses calls whose permission a token lacks, by its own
  list, and a test applies a tenant's stack with exactly what the command prints; it does not know \`Group.Create\`. Another test holds each row's
  calls against Graph's own table.
- Role groups of Exchange and of Security & Compliance are from Microsoft's documentation; they were tried against no live tenant. \`Exchange.ManageAsApp\`
  lets the application in, the role group lets it call.
- \`Group.Create\` suffices for groups that the application creates and so owns. Groups that it does not own take \`Group.ReadWrite.All\`.
- An account with a role of administrators takes the Entra role Privileged Authentication Administrator besides ([incidents](../guide/incident.md#permissions)).
  \`contain\` is in no estate: its rows are below only.
- Not known here, and said so: stores of states at Google and HCP Terraform, Azure's with an access key, S3 with a key of KMS.
- The command says what Terraform's stacks and those of the AWS CDK take. \`records\`, \`check\`, \`synth\` and \`verify\` take none; \`adopt\` reads
  zones at Cloudflare by \`Zone › Zone › Read\` and \`Zone › DNS › Read\`; \`writeback\` reads Active Directory ([writeback](../guide/writeback.md)).
- Destroying takes what applying takes, but for groups, which no stack destroys.
`;
