export { type Definers, define, provider } from "./define";
export type {
  Action,
  ActionContext,
  ActionDefinition,
  ConfigureContext,
  Context,
  DataSource,
  DataSourceDefinition,
  FunctionDefinition,
  FunctionParameter,
  Json,
  PlanChange,
  PlanContext,
  PrivateState,
  Provider,
  ProviderDefinition,
  Resource,
  ResourceDefinition,
  StateJson,
} from "./definition";
export { FunctionFault } from "./definition";
export { type Diagnostic, DiagnosticError, PartialState } from "./diagnostics";
export { planResource } from "./plan/plan";
export { providerSchema } from "./provider-schema";
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
} from "./schema/attribute";
export { type PlanFactsByPath, type SchemaFromJson, schemaFromJson } from "./schema/from-json";
export type { Attributes, Blocks, Member, Members } from "./schema/member";
export { block, nested } from "./schema/nested";
export type { DraftOf, PlanOf, StateOf } from "./schema/values";
export { serve } from "./serve";
export { type Listening, type ListenOptions, listen } from "./server/listen";
export { Decimal } from "./value/decimal";
export type { Type } from "./value/type";
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
} from "./value/value";
