import { Tokenization } from "aws-cdk-lib/core";
import { isToken } from "../../../constructs/tokens";
import { FaultError, shown } from "../../../lib/fault";

/*
 * CloudFormation reads a template's texts as they are but for two things: `{{resolve:…}}` anywhere, in place of which it
 * puts a parameter's or a secret's value, and `${…}` within Fn::Sub. It has no escape for the first, so that the brace
 * is written as the text's own language can write it.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */

const DYNAMIC_REFERENCE = "{{resolve:";

/** A quoted string of DNS (RFC 1035 §5.1) in which CloudFormation finds nothing to resolve; `\\173` is `{` in octal. */
export function literalTxt(quoted: string): string {
  return quoted.replaceAll(DYNAMIC_REFERENCE, "\\173{resolve:");
}

/** A string of JavaScript in which CloudFormation finds nothing to resolve. */
export function literalScript(text: string): string {
  return JSON.stringify(text).replaceAll(DYNAMIC_REFERENCE, "\\u007b{resolve:");
}

/** A text within Fn::Sub that stays as it is. */
export function literalSub(text: string): string {
  return text.replaceAll("${", () => "${!");
}

/**
 * Text of a program's that holds references.
 * @throws FaultError if it looks like a reference that this program has not made
 */
export function knownReference(text: string): string {
  try {
    if (isToken(text) && Tokenization.reverseString(text).tokens.length > 0) return text;
  } catch {
    // Told below.
  }
  throw new FaultError("CloudFormation text", [
    {
      message: "text that looks like a reference",
      received: shown(text),
      expected: "a reference that this program has made",
    },
  ]);
}
