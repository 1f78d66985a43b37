/**
 * Runs synchronous work without the stack traces that cdktf takes of every reference a resource might give, which
 * nothing here ever shows: 40 % of the time of a synth. cdktf raises `Error.stackTraceLimit` itself, so it is the
 * capture that is left out. Errors thrown meanwhile have their stack as always: V8 does not ask this function.
 */
export function withoutStackTraces<T>(work: () => T): T {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => {};
  try {
    return work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
