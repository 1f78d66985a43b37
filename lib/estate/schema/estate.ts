import * as v from "valibot";
import { recordId } from "../../../hosts/index";
import { shown } from "../../fault";
import { isMapping } from "../../mapping";
import { PROVIDERS, type ProviderName, versionConstraint } from "../../provider-versions";
import { agrees } from "../../schema/agree";
import { text, texts } from "../../schema/scalars";
import { choice, closed, guarded, may, named } from "../../schema/shapes";
import type { EstateInput, ProvidersInput } from "../input";
import { DefaultsSchema, DomainSchema, TenantSchema } from "./domain";
import { AsFoundSchema } from "./records";
import { ReviewSchema } from "./review";
import { RulesSchema } from "./rules";
import { StateSchema } from "./state";

const version = choice([v.literal(1)], (input) =>
  input === 1
    ? 0
    : { fault: { message: "a version that is not known", received: shown(input), expected: "1" } },
);

/** A constraint that holds only versions which stacks are made for. */
function versionsOf(name: ProviderName) {
  return guarded(
    function isVersionConstraint(value): value is string {
      return typeof value === "string" && versionConstraint(name, value).ok;
    },
    (value) => {
      if (typeof value !== "string") {
        return [
          {
            message: "text belongs here",
            received: shown(value),
            expected: `text in quotes, such as "${PROVIDERS[name].from}"`,
          },
        ];
      }
      const read = versionConstraint(name, value);
      return read.ok ? [] : read.faults;
    },
  );
}

export const ProvidersSchema = agrees<ProvidersInput>()(
  closed({
    cloudflare: may(versionsOf("cloudflare")),
    azuread: may(versionsOf("azuread")),
    azurerm: may(versionsOf("azurerm")),
  }),
);

const head = {
  $schema: may(text),
  version,
  defaults: may(DefaultsSchema),
  tenants: may(named(TenantSchema)),
  state: may(StateSchema),
  providers: may(ProvidersSchema),
  rules: may(RulesSchema),
  review: may(ReviewSchema),
  imports: may(named(named(recordId))),
  asFound: may(named(named(AsFoundSchema))),
};

const include = choice([text, texts], (input) => (Array.isArray(input) ? 1 : 0));

/** What only a file has: where editors find its schema, and the files that hold more of it. */
export interface EstateFile extends EstateInput {
  /** Address of this schema, for editors. */
  readonly $schema?: string;
  /** Files with more domains: paths or globs relative to this file. */
  readonly include?: string | readonly string[];
}

/** The whole file. Editors are served from it; see schema/estate.schema.json. */
export const EstateFileSchema = agrees<EstateFile>()(
  closed({
    ...head,
    include: may(include),
    domains: named(DomainSchema),
  }),
);

/** The file with each domain as yet unread: a fault in one domain keeps no other from being checked. */
export const EstateHeadSchema = closed({
  ...head,
  include: may(include),
  domains: choice([v.custom<Readonly<Record<string, unknown>>>(isMapping)], (input) =>
    isMapping(input)
      ? 0
      : {
          fault: { message: "a mapping belongs here", received: shown(input), expected: "domains by name" },
        },
  ),
});
