import * as v from "valibot";
import { agrees } from "../schema/agree";
import { dnsName } from "../schema/names";
import { text, texts } from "../schema/scalars";
import { closed, list, may, named, word } from "../schema/shapes";
import type {
  ExchangeFacts,
  ExchangePlan,
  HandStep,
  PlannedObject,
  PlannedOrder,
  SystemAlertsCheck,
} from "./exchange-plan";
import { EXCHANGE_KINDS, type ExchangeKind, type Value, type Values } from "./objects";

// What `planExchange` answers, for those that declare it: JavaScript and casts give them anything.

const kind = word(EXCHANGE_KINDS) as unknown as v.GenericSchema<ExchangeKind>;

const value: v.GenericSchema<Value> = v.union([
  v.string(),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.array(v.string()),
]);

/** One object as planned. */
export const PlannedObjectSchema = agrees<PlannedObject>()(
  closed({
    id: text,
    kind,
    values: named(value) as unknown as v.GenericSchema<Values>,
    names: named(text),
    after: may(texts),
    path: v.array(v.union([v.string(), v.number()])),
  }),
);

/** Objects of Exchange as planned. */
export const ExchangePlanSchema = agrees<ExchangePlan>()(
  closed({
    objects: v.array(PlannedObjectSchema),
    orders: v.array(agrees<PlannedOrder>()(closed({ kind, rules: texts }))),
    byHand: v.array(agrees<HandStep>()(closed({ title: text, steps: texts, check: text }))),
    systemAlerts: may(agrees<SystemAlertsCheck>()(closed({ recipients: texts }))),
  }),
);

/** What a plan has to know of the tenant. */
export const ExchangeFactsSchema = agrees<ExchangeFacts>()(
  closed({ initialDomain: dnsName, domains: list(dnsName) }),
);
