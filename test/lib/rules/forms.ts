import { isRecordType } from "../../../lib/dns/parse-record";
import type { Posture, Source } from "../../../lib/posture/model";
import { plannedForm } from "../review/planned-form";
import { type Fixture, intentOf, nameOf, ownerOf, recordOf } from "./fixture";
import { observedForm } from "./observed-form";
import { placeOf, recordThing } from "./places";
import { tenantsOf } from "./tenants-form";

/** A fixture in the form of one source, through the code that reads that source. */
export type Form = (fixture: Fixture) => Promise<Posture>;

/** As an estate would declare it. What no estate can say is put beside, so that every rule can be tried. */
const declared: Form = async (fixture) => {
  const at = (thing: string) => placeOf(fixture, thing, "declared");
  return {
    source: "declared",
    domains: fixture.domains.map((of) => {
      const { domain, records, policy, demands, zone } = of;
      return {
        domain: nameOf(domain),
        intent: intentOf(of),
        ...(demands ? { demands } : {}),
        ...(zone ? { zone: nameOf(zone.name), zoneId: zone.id } : {}),
        records: records.map((line, index) => ({
          record: recordOf(line),
          where: at(recordThing(records, index)),
        })),
        unknown: (fixture.unknown ?? []).flatMap((line) => {
          const [name = "", type = ""] = line.split(" ");
          if (ownerOf(fixture, name)?.domain !== domain || !isRecordType(type)) return [];
          return [{ name: nameOf(name), type, why: "known after apply" as const, where: at(domain) }];
        }),
        ...(policy === undefined
          ? {}
          : {
              mtaStsPolicy: { kind: "text" as const, text: policy, where: at(`MTA-STS policy of ${domain}`) },
            }),
        where: at(domain),
      };
    }),
    tenants: tenantsOf(fixture, "declared"),
    outside: [],
  };
};

export const FORMS: Readonly<Record<Source, Form>> = {
  declared,
  planned: async (fixture) => plannedForm(fixture),
  observed: observedForm(declared),
};
