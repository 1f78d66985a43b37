import type { Route } from "../route";
import { CONSENTS } from "./consents";
import { DEVICES } from "./devices";
import { METHODS } from "./methods";
import { SESSIONS } from "./sessions";

/** What an account holds beside the user: sessions, methods of sign-in, devices, consents. */
export const ACCOUNTS: readonly Route[] = [...CONSENTS, ...DEVICES, ...METHODS, ...SESSIONS];
