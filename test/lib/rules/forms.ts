import { isRecordType } from "../../../lib/dns/parse-record";
import { declaredIntent } from "../../../lib/posture/intent";
import type { Posture, Source } from "../../../lib/posture/model";
import { plannedForm } from "../review/planned-form";
import { type Fixture, nameOf, ownerOf, recordOf } from "./fixture";
import { observedForm } from "./observed-form";

/** A fixture in the form of one source, through the code that reads that source. */
export type Form = (fixture: Fixture) => Promise<Posture>;

/** As an estate would declare it. What no estate can say is put beside, so that every rule can be tried. */
const declared: Form = async (fixture) => ({
  source: "declared",
  domains: fixture.domains.map(({ domain, profile, tenant, egress, records, policy }) => ({
    domain: nameOf(domain),
    intent: declaredIntent({
      profile,
      ...(tenant ? { tenant } : {}),
      ...(egress ? { onPremises: { egress } } : {}),
    }),
    records: records.map((line) => ({ record: recordOf(line), where: {} })),
    unknown: (fixture.unknown ?? []).flatMap((line) => {
      const [name = "", type = ""] = line.split(" ");
      if (ownerOf(fixture, name)?.domain !== domain || !isRecordType(type)) return [];
      return [{ name: nameOf(name), type, why: "known after apply" as const, where: {} }];
    }),
    ...(policy === undefined ? {} : { mtaStsPolicy: { kind: "text" as const, text: policy, where: {} } }),
    where: {},
  })),
  tenants: (fixture.tenants ?? []).map((tenant) => ({ ...tenant, where: {} })),
  outside: [],
});

export const FORMS: Readonly<Partial<Record<Source, Form>>> = {
  declared,
  planned: async (fixture) => plannedForm(fixture),
  observed: observedForm(declared),
};
