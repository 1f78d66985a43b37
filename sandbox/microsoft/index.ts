export { complianceFrontDoor } from "./compliance-front-door";
export { DnsView } from "./dns-view";
export { type Emulator, type EmulatorOptions, startEmulator } from "./emulator";
export type { Application } from "./login/application";
export { metadataAnswer, type Origins } from "./metadata";
export { Microsoft, type MicrosoftOptions, type PublishedDkimKey } from "./microsoft";
