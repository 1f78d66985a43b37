import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { StackFiles } from "./run-folder";
import type { StackRecord } from "./run-record";

/** SHA-256 of a plan's files: of the one that Terraform applies, and of the one that people review. */
export type SavedFiles = NonNullable<StackRecord["saved"]>;

/** @throws Error if one of them is not there */
export function savedFiles({ plan, planJson }: Pick<StackFiles, "plan" | "planJson">): SavedFiles {
  return { plan: sha256(plan), json: sha256(planJson) };
}

/** The first of the files that is not what it was when the plan was made, with what became of it. */
export function alteredFile(
  { plan, planJson }: Pick<StackFiles, "plan" | "planJson">,
  saved: SavedFiles,
): string | undefined {
  for (const [file, hash, name] of [
    [plan, saved.plan, "plan.bin"],
    [planJson, saved.json, "plan.json"],
  ] as const) {
    if (!existsSync(file)) return `${name} is missing`;
    if (sha256(file) !== hash) return `${name} is not the one that was planned`;
  }
  return undefined;
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
