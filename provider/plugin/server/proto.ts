import type { ServiceDefinition } from "@grpc/grpc-js";
import { type IConversionOptions, Root, type Type } from "protobufjs/light";

/**
 * What of Terraform's plugin protocol 6 is used here: per message, `number type name` of each field. The numbers are
 * those of docs/plugin-protocol/tfplugin6.proto in hashicorp/terraform (protocol 6.10, Terraform 1.14); a call that is
 * not here is answered with UNIMPLEMENTED, as the protocol asks. Whoever speaks an older 6 skips fields that it does not
 * know, and makes no call that it does not know: functions are of 6.5, identities of 6.9, actions of 6.10.
 */
const TFPLUGIN6: Readonly<Record<string, readonly string[]>> = {
  DynamicValue: ["1 bytes msgpack", "2 bytes json"],
  Diagnostic: ["1 Severity severity", "2 string summary", "3 string detail", "4 AttributePath attribute"],
  AttributePath: ["1 repeated Step steps"],
  Step: [
    "1 oneof string attribute_name",
    "2 oneof string element_key_string",
    "3 oneof int64 element_key_int",
  ],
  RawState: ["1 bytes json"],
  Schema: ["1 int64 version", "2 Block block"],
  Block: [
    "2 repeated Attribute attributes",
    "3 repeated NestedBlock block_types",
    "4 string description",
    "6 bool deprecated",
  ],
  Attribute: [
    "1 string name",
    "2 bytes type",
    "10 Object nested_type",
    "3 string description",
    "4 bool required",
    "5 bool optional",
    "6 bool computed",
    "7 bool sensitive",
    "9 bool deprecated",
  ],
  NestedBlock: [
    "1 string type_name",
    "2 Block block",
    "3 Nesting nesting",
    "4 int64 min_items",
    "5 int64 max_items",
  ],
  Object: ["1 repeated Attribute attributes", "3 Nesting nesting"],
  ServerCapabilities: ["1 bool plan_destroy", "2 bool get_provider_schema_optional"],
  Empty: [],
  TypeName: ["1 string type_name"],
  GetMetadataResponse: [
    "1 ServerCapabilities server_capabilities",
    "3 repeated TypeName data_sources",
    "4 repeated TypeName resources",
    "5 repeated FunctionName functions",
    "9 repeated TypeName actions",
  ],
  FunctionName: ["1 string name"],
  Function: [
    "1 repeated FunctionParameter parameters",
    "3 FunctionReturn return",
    "4 string summary",
    "5 string description",
  ],
  FunctionParameter: ["1 string name", "2 bytes type", "5 string description"],
  FunctionReturn: ["1 bytes type"],
  FunctionError: ["1 string text", "2 int64 function_argument"],
  GetFunctionsResponse: ["1 map Function functions"],
  CallFunctionRequest: ["1 string name", "2 repeated DynamicValue arguments"],
  CallFunctionResponse: ["1 DynamicValue result", "2 FunctionError error"],
  IdentityAttribute: ["1 string name", "2 bytes type", "3 bool required_for_import", "5 string description"],
  IdentitySchema: ["1 int64 version", "2 repeated IdentityAttribute identity_attributes"],
  IdentityData: ["1 DynamicValue identity_data"],
  GetResourceIdentitySchemasResponse: ["1 map IdentitySchema identity_schemas"],
  UpgradeResourceIdentityRequest: ["1 string type_name", "2 int64 version", "3 RawState raw_identity"],
  UpgradeResourceIdentityResponse: ["1 IdentityData upgraded_identity", "2 repeated Diagnostic diagnostics"],
  ActionSchema: ["1 Schema schema"],
  ActionRequest: ["1 string action_type", "2 DynamicValue config"],
  ActionProgress: ["1 string message"],
  InvokeActionEvent: ["1 oneof ActionProgress progress", "2 oneof DiagnosticsResponse completed"],
  GetProviderSchemaResponse: [
    "1 Schema provider",
    "2 map Schema resource_schemas",
    "3 map Schema data_source_schemas",
    "4 repeated Diagnostic diagnostics",
    "6 ServerCapabilities server_capabilities",
    "7 map Function functions",
    "11 map ActionSchema action_schemas",
  ],
  ValidateProviderConfigRequest: ["1 DynamicValue config"],
  ValidateProviderConfigResponse: ["2 repeated Diagnostic diagnostics"],
  ValidateConfigRequest: ["1 string type_name", "2 DynamicValue config"],
  DiagnosticsResponse: ["1 repeated Diagnostic diagnostics"],
  UpgradeResourceStateRequest: ["1 string type_name", "2 int64 version", "3 RawState raw_state"],
  UpgradeResourceStateResponse: ["1 DynamicValue upgraded_state", "2 repeated Diagnostic diagnostics"],
  ConfigureProviderRequest: ["1 string terraform_version", "2 DynamicValue config"],
  ReadResourceRequest: ["1 string type_name", "2 DynamicValue current_state", "3 bytes private"],
  ReadResourceResponse: [
    "1 DynamicValue new_state",
    "2 repeated Diagnostic diagnostics",
    "3 bytes private",
    "5 IdentityData new_identity",
  ],
  PlanResourceChangeRequest: [
    "1 string type_name",
    "2 DynamicValue prior_state",
    "3 DynamicValue proposed_new_state",
    "4 DynamicValue config",
    "5 bytes prior_private",
  ],
  PlanResourceChangeResponse: [
    "1 DynamicValue planned_state",
    "2 repeated AttributePath requires_replace",
    "3 bytes planned_private",
    "4 repeated Diagnostic diagnostics",
    "5 bool legacy_type_system",
    "7 IdentityData planned_identity",
  ],
  ApplyResourceChangeRequest: [
    "1 string type_name",
    "2 DynamicValue prior_state",
    "3 DynamicValue planned_state",
    "4 DynamicValue config",
    "5 bytes planned_private",
  ],
  ApplyResourceChangeResponse: [
    "1 DynamicValue new_state",
    "2 bytes private",
    "3 repeated Diagnostic diagnostics",
    "4 bool legacy_type_system",
    "5 IdentityData new_identity",
  ],
  ImportResourceStateRequest: ["1 string type_name", "2 string id", "4 IdentityData identity"],
  ImportedResource: [
    "1 string type_name",
    "2 DynamicValue state",
    "3 bytes private",
    "4 IdentityData identity",
  ],
  ImportResourceStateResponse: [
    "1 repeated ImportedResource imported_resources",
    "2 repeated Diagnostic diagnostics",
  ],
  MoveResourceStateRequest: ["2 string source_type_name", "5 string target_type_name"],
  MoveResourceStateResponse: ["1 DynamicValue target_state", "2 repeated Diagnostic diagnostics"],
  ReadDataSourceRequest: ["1 string type_name", "2 DynamicValue config"],
  ReadDataSourceResponse: ["1 DynamicValue state", "2 repeated Diagnostic diagnostics"],
  StopProviderResponse: ["1 string Error"],
};

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  Severity: ["INVALID", "ERROR", "WARNING"],
  Nesting: ["INVALID_NESTING", "SINGLE", "LIST", "SET", "MAP", "GROUP"],
};

/** One that streams gives several responses. */
type Calls = Readonly<Record<string, readonly [request: string, response: string, streams?: true]>>;

/** Calls: request and response, by our names of the messages, which the wire does not carry. */
export const CALLS: Calls = {
  GetMetadata: ["Empty", "GetMetadataResponse"],
  GetProviderSchema: ["Empty", "GetProviderSchemaResponse"],
  ValidateProviderConfig: ["ValidateProviderConfigRequest", "ValidateProviderConfigResponse"],
  ValidateResourceConfig: ["ValidateConfigRequest", "DiagnosticsResponse"],
  ValidateDataResourceConfig: ["ValidateConfigRequest", "DiagnosticsResponse"],
  UpgradeResourceState: ["UpgradeResourceStateRequest", "UpgradeResourceStateResponse"],
  ConfigureProvider: ["ConfigureProviderRequest", "DiagnosticsResponse"],
  ReadResource: ["ReadResourceRequest", "ReadResourceResponse"],
  PlanResourceChange: ["PlanResourceChangeRequest", "PlanResourceChangeResponse"],
  ApplyResourceChange: ["ApplyResourceChangeRequest", "ApplyResourceChangeResponse"],
  ImportResourceState: ["ImportResourceStateRequest", "ImportResourceStateResponse"],
  MoveResourceState: ["MoveResourceStateRequest", "MoveResourceStateResponse"],
  ReadDataSource: ["ReadDataSourceRequest", "ReadDataSourceResponse"],
  GetFunctions: ["Empty", "GetFunctionsResponse"],
  CallFunction: ["CallFunctionRequest", "CallFunctionResponse"],
  GetResourceIdentitySchemas: ["Empty", "GetResourceIdentitySchemasResponse"],
  UpgradeResourceIdentity: ["UpgradeResourceIdentityRequest", "UpgradeResourceIdentityResponse"],
  ValidateActionConfig: ["ValidateConfigRequest", "DiagnosticsResponse"],
  PlanAction: ["ActionRequest", "DiagnosticsResponse"],
  InvokeAction: ["ActionRequest", "InvokeActionEvent", true],
  StopProvider: ["Empty", "StopProviderResponse"],
};

/** How a message that was read is given to us. */
const READ: IConversionOptions = { longs: Number, enums: String, defaults: true };

/**
 * The services a plugin offers: Terraform's own, and go-plugin's, by which it is told to end. Made of protobufjs alone:
 * what proto-loader adds, descriptors for reflection, nobody asks for, and takes a third of a provider's start.
 */
export function loadServices(): {
  readonly provider: ServiceDefinition;
  readonly controller: ServiceDefinition;
} {
  const root = protocol();
  return {
    provider: service(root, "tfplugin6", "Provider", CALLS),
    controller: service(root, "plugin", "GRPCController", { Shutdown: ["Empty", "Empty"] }),
  };
}

/** The messages by our names, which the wire does not carry. */
export function protocol(): Root {
  return Root.fromJSON({
    nested: {
      tfplugin6: {
        nested: {
          ...Object.fromEntries(Object.entries(TFPLUGIN6).map(([name, fields]) => [name, message(fields)])),
          ...Object.fromEntries(
            Object.entries(ENUMS).map(([name, values]) => [
              name,
              { values: Object.fromEntries(values.map((value, number) => [value, number])) },
            ]),
          ),
        },
      },
      plugin: { nested: { Empty: message([]) } },
    },
  });
}

function service(root: Root, namespace: string, name: string, calls: Calls): ServiceDefinition {
  return Object.fromEntries(
    Object.entries(calls).map(([call, [request, response, streams = false]]) => {
      const [asked, answered] = [messageOf(root, namespace, request), messageOf(root, namespace, response)];
      return [
        call,
        {
          path: `/${namespace}.${name}/${call}`,
          requestStream: false,
          responseStream: streams,
          requestSerialize: asked.write,
          requestDeserialize: asked.read,
          responseSerialize: answered.write,
          responseDeserialize: answered.read,
        },
      ];
    }),
  );
}

function messageOf(root: Root, namespace: string, name: string) {
  const type: Type = root.lookupType(`${namespace}.${name}`);
  return {
    write: (value: object) => {
      const bytes = type.encode(type.fromObject(value)).finish();
      return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
    },
    read: (bytes: Buffer) => type.toObject(type.decode(bytes), READ),
  };
}

/** A message as protobufjs describes it. */
function message(fields: readonly string[]) {
  const parsed = fields.map((field) => {
    const words = field.split(" ");
    const id = Number(words[0]);
    const name = words.at(-1) ?? "";
    const type = words.at(-2) ?? "";
    const label = words.length === 4 ? words[1] : undefined;
    return { id, name, type, label };
  });
  const choice = parsed.filter(({ label }) => label === "oneof").map(({ name }) => name);
  return {
    syntax: "proto3",
    ...(choice.length > 0 && { oneofs: { selector: { oneof: choice } } }),
    fields: Object.fromEntries(
      parsed.map(({ id, name, type, label }) => [
        name,
        {
          id,
          type,
          ...(label === "repeated" && { rule: "repeated" }),
          ...(label === "map" && { keyType: "string" }),
        },
      ]),
    ),
  };
}
