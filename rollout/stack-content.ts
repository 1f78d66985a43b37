import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "./disk-fault";
import { STACK_FILE } from "./stack";
import { LOCK_FILE } from "./working-folder";

/** Hashes over what Terraform is given for a stack, SHA-256; empty for a file that is not there. */
export interface StackContent {
  /** Of `cdk.tf.json`. */
  readonly config: string;
  /** Of the dependency lock file. */
  readonly lock: string;
}

/** @param folder where Terraform runs */
export function stackContent(folder: string): StackContent {
  return { config: hashOfFile(join(folder, STACK_FILE)), lock: hashOfFile(join(folder, LOCK_FILE)) };
}

/** What of a stack is not as it was, by file name; empty if all is. */
export function changedContent(then: StackContent, now: StackContent): readonly string[] {
  return [
    ...(then.config === now.config ? [] : [STACK_FILE]),
    ...(then.lock === now.lock ? [] : [LOCK_FILE]),
  ];
}

function hashOfFile(file: string): string {
  try {
    return sha256(readFileSync(file));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
