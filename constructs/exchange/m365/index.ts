// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
export * from "./accepted-domain";
export * from "./data-domain";
export * from "./data-domain-service-records";
export * from "./dkim-signing";
export * from "./dkim-signing-config";
export * from "./dns-propagation";
export * from "./inbound-connector";
export * from "./outbound-connector";
export * from "./provider";
