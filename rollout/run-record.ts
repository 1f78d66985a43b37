import * as v from "valibot";

/** What a rollout does to its stacks. */
export type Command = "plan" | "deploy" | "destroy";

/** What of a stack is under way: `terraform init`, `plan` with `show`, `apply`. */
export type Phase = "init" | "plan" | "apply";

const Seconds = v.pipe(v.number(), v.minValue(0));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ErrorRecord = v.object({
  summary: v.string(),
  detail: v.exactOptional(v.string()),
  address: v.exactOptional(v.string()),
});

const StackRecord = v.object({
  /**
   * `waiting`: not planned yet. `running`: see `phase`; found in a run that has ended, it was killed there.
   * `planned`: there are changes, not applied. `unchanged`: the plan is empty. `applied`: as planned, a destroy too.
   * `failed`: see `failure`. `interrupted`: the user ended Terraform in mid-work, see `failure` for how far it came.
   * `blocked`: a stack that it needs did not come through, see `blockedBy`.
   */
  status: v.picklist([
    "waiting",
    "running",
    "planned",
    "unchanged",
    "applied",
    "failed",
    "interrupted",
    "blocked",
  ]),
  phase: v.exactOptional(v.picklist(["init", "plan", "apply"])),
  /** SHA-256 of the stack's `cdk.tf.json`. */
  config: v.string(),
  /** The stacks that come first. */
  after: v.pipe(v.array(v.string()), v.readonly()),
  /** What the last plan would change. */
  changes: v.exactOptional(
    v.object({ add: Count, change: Count, replace: Count, destroy: Count, import: Count, forget: Count }),
  ),
  /** SHA-256 of the plan's files. */
  saved: v.exactOptional(v.object({ plan: v.string(), json: v.string() })),
  /** SHA-256 of the dependency lock file that the plan was made with; empty if there was none. */
  lock: v.exactOptional(v.string()),
  /** How many resources the state holds, and how many it will once the plan is applied. */
  resources: v.exactOptional(v.object({ held: Count, planned: Count })),
  failure: v.exactOptional(
    v.object({
      phase: v.picklist(["init", "plan", "apply"]),
      errors: v.pipe(v.array(ErrorRecord), v.readonly()),
      /** What is true of the stack now, e.g. how much was done before. */
      condition: v.exactOptional(v.string()),
      /** What to do about it. */
      fix: v.exactOptional(v.string()),
    }),
  ),
  blockedBy: v.exactOptional(v.string()),
  /** What the zone holds already in the way of the plan, in sentences; the zone that could not be read among them. */
  existing: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
  /** An apply was begun that is not known to have come to its end: what it created may be in no state. */
  unfinished: v.exactOptional(v.literal(true)),
  /** How long each phase took. */
  seconds: v.object({
    init: v.exactOptional(Seconds),
    plan: v.exactOptional(Seconds),
    apply: v.exactOptional(Seconds),
  }),
});

const RunRecord = v.object({
  version: v.literal(1),
  command: v.picklist(["plan", "deploy", "destroy"]),
  /** SHA-256 over the names and configurations of all stacks of the run. */
  estate: v.string(),
  terraform: v.object({ product: v.picklist(["terraform", "opentofu"]), version: v.string() }),
  /** UTC, ISO 8601. */
  startedAt: v.string(),
  resumedAt: v.array(v.string()),
  /** Missing while the run goes on, or when it was killed. */
  endedAt: v.exactOptional(v.string()),
  /** The command's exit code, once it has ended. */
  exitCode: v.exactOptional(v.number()),
  /** What stopped the run before anything was applied: limits that nobody has allowed to be exceeded, new errors. */
  stops: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
  parallel: Count,
  /** Of a destroy: which stacks it ends, those of the estate or those that left it, and what it lets go of. */
  ends: v.exactOptional(
    v.object({ orphans: v.boolean(), release: v.picklist(["nothing", "protected", "all"]) }),
  ),
  /** Stacks that have left the estate, as far as was known when the run began. */
  removed: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          name: v.string(),
          /** What tells that it was of the estate; a state alone does not. */
          knownBy: v.picklist(["configuration", "run", "base", "state"]),
          /** How many resources its state holds; absent where that was not read. */
          resources: v.exactOptional(Count),
        }),
      ),
      v.readonly(),
    ),
  ),
  stacks: v.record(v.string(), StackRecord),
});

/** What is known of one stack of a run. */
export type StackRecord = Readonly<v.InferOutput<typeof StackRecord>>;

/** `run.json`: everything that a rollout did, and what `--format json` prints. */
export type RunRecord = Readonly<v.InferOutput<typeof RunRecord>>;

/** Which stacks a destroy ends, and how. */
export type Ends = NonNullable<RunRecord["ends"]>;

export type Failure = NonNullable<StackRecord["failure"]>;

/** A record as it was written; `undefined` if the text is none. */
export function parseRunRecord(text: string): RunRecord | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), RunRecord), text);
  return parsed.success ? parsed.output : undefined;
}
