import { App } from "cdktf";
import { isMapping } from "../lib/mapping";
import { APP_CONTEXT } from "./app-context";
import { stackMakers } from "./stack-makers";
import type { StackSettings, StackSources } from "./stack-sources";
import { withoutStackTraces } from "./without-stack-traces";

/** A folder to fill with stacks. */
export interface SynthesisOrder {
  /** The folder: empty, and there. */
  readonly outdir: string;
  readonly sources: StackSources;
  readonly settings: StackSettings;
  /** The manifest's entries of stacks that are not made now. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** By stack, the one that creates its zone. */
  readonly creators: ReadonlyMap<string, string>;
}

/**
 * Writes stacks and cdktf's manifest into a folder, one stack at a time: each is let go once it is written, so that
 * memory does not grow with the estate.
 */
export async function synthesizeStacks(order: SynthesisOrder): Promise<void> {
  const { outdir, sources, settings, kept, creators } = order;
  const makers = await stackMakers(sources, settings);
  withoutStackTraces(() => {
    const app = new App({ outdir, stackTraces: false, context: APP_CONTEXT });
    Object.assign(app.manifest.stacks, kept);
    for (const make of makers) {
      const stack = make(app);
      // cdktf would prepare the stack first, for references between stacks: this one has been alone since it was made.
      stack.synthesizer.synthesize({ outdir, skipValidation: false, manifest: app.manifest });
      app.node.tryRemoveChild(stack.node.id);
    }
    // The stacks never meet, so that none could be told which comes before it; those that are kept may have another now.
    for (const [name, entry] of Object.entries<unknown>(app.manifest.stacks)) {
      const creator = creators.get(name);
      const dependencies = creator !== undefined && app.manifest.stacks[creator] ? [creator] : [];
      if (isMapping(entry)) Object.assign(entry, { dependencies });
    }
    app.manifest.writeToFile();
  });
}
