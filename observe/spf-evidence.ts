import type { SpfBranch, SpfTree, TreeStep } from "../lib/mail/spf/tree";
import type { SpfEvidence } from "../lib/posture/model";

/** What a tree costs, whoever sends. */
export function spfEvidence(tree: SpfTree): SpfEvidence {
  return { lookups: tree.lookups, void: voidNames(tree) };
}

function voidNames({ steps }: SpfBranch): readonly string[] {
  return steps.flatMap((step) => [
    ...voidIn(step),
    ...(step.record?.queries.filter((query) => query.void).map(({ name }) => name) ?? []),
    ...(step.record ? voidNames(step.record) : []),
  ]);
}

/** A host with addresses of one version holds something, though clients of the other version meet a void look-up. */
function voidIn({ term, queries }: TreeStep): readonly string[] {
  const names = queries.filter((query) => query.void).map(({ name }) => name);
  if (term.kind !== "a") return names;
  return queries.every((query) => query.void) ? names.slice(0, 1) : [];
}
