import { declareEstate } from "../../lib/declare/estate";
import type { Estate } from "../../lib/estate";
import { NO_CONTEXT, reviewContextOf } from "../../lib/review/context";
import { protectedAddresses } from "../../rollout/removed/ending";
import type { RolloutStack } from "../../rollout/stack";
import { configurationIn } from "../../stacks/kept-configurations";
import type { Conducted } from "./conducted";
import { endingStack } from "./end-stacks";
import type { RolloutOptions } from "./options";
import { reviewDestroy } from "./review-destroy";

/** The stacks of an estate that are to be destroyed: how, and what is told before. */
export function destruction(
  estate: Estate,
  stacks: readonly RolloutStack[],
  { out, keepProtected }: RolloutOptions,
): Pick<Conducted, "endings" | "approve"> & { readonly close: () => void } {
  const endings = stacks.flatMap((stack) => {
    const configuration = keepProtected ? configurationIn(out, stack.name) : undefined;
    if (!configuration || protectedAddresses(configuration).length === 0) return [];
    return [endingStack(stack, configuration, "protected", "destroy it without --keep-protected")];
  });
  return {
    endings: new Map(endings.map(({ stack, ending }) => [stack.name, ending])),
    approve(folder, planned) {
      const declared = declareEstate(estate, new Set(planned));
      const context = declared.ok ? reviewContextOf(estate, declared.tenants) : NO_CONTEXT;
      return reviewDestroy(folder, planned, { context });
    },
    close() {
      for (const one of endings) one.close();
    },
  };
}
