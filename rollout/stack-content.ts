import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "./disk-fault";
import { STACK_FILE } from "./stack";
import { LOCK_FILE } from "./working-folder";

/** Hashes over what Terraform is given for a stack: from what a plan was made. */
export interface StackContent {
  /** SHA-256 of `cdk.tf.json`; missing where there is none. */
  readonly config?: string;
  /** SHA-256 of the dependency lock file; missing where there is none. */
  readonly lock?: string;
}

/** @param folder where Terraform runs */
export function stackContent(folder: string): StackContent {
  const config = hashOfFile(join(folder, STACK_FILE));
  const lock = hashOfFile(join(folder, LOCK_FILE));
  return { ...(config === undefined ? {} : { config }), ...(lock === undefined ? {} : { lock }) };
}

/** What of a stack is not as it was, by file name; empty if all is. */
export function changedContent(then: StackContent, now: StackContent): readonly string[] {
  return [
    ...(then.config === now.config ? [] : [STACK_FILE]),
    ...(then.lock === now.lock ? [] : [LOCK_FILE]),
  ];
}

/** SHA-256 of a file in hexadecimal digits; `undefined` if there is none. */
export function hashOfFile(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
