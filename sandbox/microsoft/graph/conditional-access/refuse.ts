import { GraphError } from "../graph-error";

/** Conditional Access's refusal. It numbers its reasons; where the number is not known it is left out. */
export function refusePolicy(message: string): never {
  throw new GraphError(400, "BadRequest", message);
}
