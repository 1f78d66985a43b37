/** What came of the calls of a run. */
export interface Statistics {
  /** Calls that programs asked for. */
  asked: number;
  /** Calls that the API got, listings and repetitions with them. */
  made: number;
  /** Calls that were answered from what had been read already. */
  answered: number;
  /** Calls that were made again after a refusal or a fault. */
  repeated: number;
  /** Refusals for too many calls (429). */
  refused: number;
  /** Calls that had to wait for the budget for a second or longer. */
  waited: number;
  /** The longest of these waits, in milliseconds. */
  longestWait: number;
}

export function noStatistics(): Statistics {
  return { asked: 0, made: 0, answered: 0, repeated: 0, refused: 0, waited: 0, longestWait: 0 };
}
