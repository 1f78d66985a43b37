import type { Construct } from "constructs";
import type { SyncPlan } from "../../lib/identity/identity-plan";
import { DataM365DirectorySync } from "../exchange/bindings";

/** Looks at directory synchronization in each plan; what is not as expected ends the plan with an error. */
export function addDirectorySyncCheck(scope: Construct, { maxAge, writeback }: SyncPlan): void {
  if (maxAge === undefined) return;
  new DataM365DirectorySync(scope, "DirectorySync", {
    maxAge,
    ...(writeback.length > 0 ? { licensed: true } : {}),
    assert: true,
  });
}
