export { type Definers, define, provider } from "./define.js";
export type {
  ConfigureContext,
  Context,
  DataSource,
  DataSourceDefinition,
  Json,
  PlanChange,
  PlanContext,
  PrivateState,
  Provider,
  ProviderDefinition,
  Resource,
  ResourceDefinition,
  StateJson,
} from "./definition.js";
export { type Diagnostic, DiagnosticError, PartialState } from "./diagnostics.js";
export { planResource } from "./plan/plan.js";
export { providerSchema } from "./provider-schema.js";
export {
  type AttributeOptions,
  bool,
  decimal,
  dynamic,
  type ListValues,
  list,
  type MapValues,
  map,
  num,
  type ObjectValues,
  object,
  type Same,
  set,
  str,
} from "./schema/attribute.js";
export { type PlanFactsByPath, type SchemaFromJson, schemaFromJson } from "./schema/from-json.js";
export type { Attributes, Blocks, Member, Members } from "./schema/member.js";
export { block, nested } from "./schema/nested.js";
export type { DraftOf, PlanOf, StateOf } from "./schema/values.js";
export { serve } from "./serve.js";
export { type Listening, type ListenOptions, listen } from "./server/listen.js";
export { Decimal } from "./value/decimal.js";
export type { Type } from "./value/type.js";
export {
  Dynamic,
  isListValue,
  isObjectValue,
  isUnknown,
  type ObjectValue,
  type Path,
  UNKNOWN,
  type Unknown,
  type Value,
} from "./value/value.js";
