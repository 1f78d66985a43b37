import type { Route } from "../route";
import { CONSENTS } from "./consents";
import { DEVICES } from "./devices";
import { METHODS } from "./methods";
import { RISKY_USERS } from "./risky-users";
import { SESSIONS } from "./sessions";

/** What an account holds beside the user: sessions, methods of sign-in, devices, consents, risk. */
export const ACCOUNTS: readonly Route[] = [...CONSENTS, ...DEVICES, ...METHODS, ...RISKY_USERS, ...SESSIONS];
