import * as v from "valibot";
import { isMapping } from "../../mapping";
import { agrees } from "../../schema/agree";
import { shown } from "../../schema/explained";
import { text, texts } from "../../schema/scalars";
import { choice, closed, may, must, named } from "../../schema/shapes";
import type { EstateInput } from "../input";
import { DefaultsSchema, DomainSchema, TenantSchema } from "./domain";
import { ReviewSchema } from "./review";
import { RulesSchema } from "./rules";
import { StateSchema } from "./state";

const version = choice([v.literal(1)], (input) =>
  input === 1
    ? 0
    : { fault: { message: "a version that is not known", received: shown(input), expected: "1" } },
);

const head = {
  $schema: may(text, "Address of this schema, for editors."),
  version: must(version, "Version of the file's form."),
  defaults: may(DefaultsSchema, "What every domain and subdomain takes unless it says otherwise."),
  tenants: may(named(TenantSchema), "Microsoft 365 tenants by a name of your choice."),
  state: may(StateSchema, "Where Terraform keeps the state of each stack. Default: local files."),
  rules: may(RulesSchema, "Which rules the estate is held to, and which findings are accepted."),
  review: may(ReviewSchema, "What a review of Terraform plans asks for an explicit word."),
};

const include = choice([text, texts], (input) => (Array.isArray(input) ? 1 : 0));

/** What only a file has: where editors find its schema, and the files that hold more of it. */
interface EstateFile extends EstateInput {
  readonly $schema?: string;
  readonly include?: string | readonly string[];
}

/** The whole file. Editors are served from it; see schema/estate.schema.json. */
export const EstateFileSchema = agrees<EstateFile>()(
  closed({
    ...head,
    include: may(include, "Files with more domains, for JSON: paths or globs relative to this file."),
    domains: must(named(DomainSchema), "The mail domains by name."),
  }),
);

/** The file with each domain as yet unread: a fault in one domain keeps no other from being checked. */
export const EstateHeadSchema = closed({
  ...head,
  include: may(include, "Files with more domains."),
  domains: must(
    choice([v.custom<Readonly<Record<string, unknown>>>(isMapping)], (input) =>
      isMapping(input)
        ? 0
        : {
            fault: { message: "a mapping belongs here", received: shown(input), expected: "domains by name" },
          },
    ),
    "The mail domains.",
  ),
});
