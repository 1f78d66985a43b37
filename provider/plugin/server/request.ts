import type { IdentityData } from "./identity";
import type { DynamicValue } from "./messages";

/** One answer for each call of the protocol: a request's fields in, a response's fields out. */
export interface Handlers {
  readonly [call: string]: (request: Request) => Promise<object> | object;
}

/** The fields of all requests; each call has the ones that proto.ts says. */
export interface Request {
  readonly type_name: string;
  readonly target_type_name: string;
  readonly id: string;
  readonly version: number;
  readonly terraform_version: string;
  readonly config: DynamicValue;
  readonly raw_state: { readonly json: Uint8Array };
  readonly current_state: DynamicValue;
  readonly prior_state: DynamicValue;
  readonly planned_state: DynamicValue;
  readonly private: Uint8Array;
  readonly prior_private: Uint8Array;
  readonly planned_private: Uint8Array;
  readonly name: string;
  readonly arguments: readonly DynamicValue[];
  readonly action_type: string;
  readonly identity: IdentityData | null;
  readonly raw_identity: { readonly json: Uint8Array };
}
