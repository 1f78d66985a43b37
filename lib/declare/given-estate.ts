import * as v from "valibot";
import { ZoneChoiceSchema } from "../../hosts/zone-choice-schema";
import { MailDomainSchema } from "../domain/schema";
import { isResolvedDomain, isResolvedEstate } from "../estate/check";
import type { Estate, EstateDomain, Tenant } from "../estate/model";
import { CloudSchema, TenantSchema } from "../estate/schema/domain";
import { ProvidersSchema } from "../estate/schema/estate";
import { RecordSchema } from "../estate/schema/records";
import { ReviewSchema } from "../estate/schema/review";
import { RulesSchema } from "../estate/schema/rules";
import { StateBackendSchema } from "../estate/schema/state";
import { FaultError, shown, unwrap } from "../fault";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { dnsName } from "../schema/names";
import { ownCopy } from "../schema/own-copy";
import { readCopy } from "../schema/read-options";
import { text } from "../schema/scalars";
import { choice, closed, guarded, named } from "../schema/shapes";

/** Something to call; what it answers is its author's to know. */
function call<F>(): v.CustomSchema<F, undefined> {
  return guarded<F>(
    (value): value is F => typeof value === "function",
    (value) => [{ message: "nothing to call", received: shown(value), expected: "what the estate has here" }],
  );
}

const EstateTenantSchema = agrees<Tenant>()(
  closed({ ...TenantSchema.entries, initialDomain: dnsName, cloud: CloudSchema }),
);

const MadeDomainSchema: v.GenericSchema<unknown, EstateDomain> = closed({
  name: dnsName,
  zone: ZoneChoiceSchema,
  options: MailDomainSchema,
  import: named(text),
  keep: named(RecordSchema),
  source: call<EstateDomain["source"]>(),
});

const EstateDomainSchema = choice(
  [guarded<EstateDomain>(isResolvedDomain, () => []), MadeDomainSchema],
  (input) => (isResolvedDomain(input) ? 0 : 1),
);

const MadeEstateSchema: v.GenericSchema<unknown, Estate> = closed({
  version: v.literal(1),
  tenants: named(EstateTenantSchema),
  state: StateBackendSchema,
  providers: ProvidersSchema,
  rules: RulesSchema,
  review: ReviewSchema,
  domains: v.array(EstateDomainSchema),
  locate: call<Estate["locate"]>(),
  locateTenant: call<Estate["locateTenant"]>(),
  locateRules: call<Estate["locateRules"]>(),
});

/**
 * The estate that a program hands over: one that was resolved, or a copy of what the program made of the parts of such.
 * @throws FaultError with what it lacks
 */
export function givenEstate(given: unknown): Estate {
  if (isResolvedEstate(given)) return given;
  const copy = unwrap("estate", ownCopy(given, isResolvedDomain));
  if (isMapping(copy) && Array.isArray(copy.domains))
    return unwrap("estate", readCopy(MadeEstateSchema, copy));
  throw new FaultError("estate", [
    {
      message: "not an estate",
      received: shown(copy),
      expected: "what defineEstate answers, or the `estate` of what loadEstate answers",
    },
  ]);
}

/**
 * The names of stacks that a program hands over.
 * @throws FaultError if they are no set
 */
export function givenNames(given: unknown): ReadonlySet<string> | undefined {
  if (given === undefined || given instanceof Set) return given;
  throw new FaultError("only", [
    { message: "not a set of names", received: shown(given), expected: 'new Set(["contoso.com"])' },
  ]);
}
