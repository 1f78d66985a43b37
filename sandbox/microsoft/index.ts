export { type Emulator, type EmulatorOptions, startEmulator } from "./emulator";
export type { Service } from "./traffic";
