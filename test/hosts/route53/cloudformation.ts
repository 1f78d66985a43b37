import { Template } from "aws-cdk-lib/assertions";
import { App, Stack } from "aws-cdk-lib/core";
import { Route53DomainStack } from "../../../hosts/route53/constructs/route53-domain-stack";
import type { DomainSource } from "../../../stacks/stack-sources";
import { temporaryFolder } from "../../support/temp";

/** An app whose synth does not run CloudFormation's rules, which takes seconds. */
export function quickApp(): App {
  return new App({ outdir: temporaryFolder(), builtinCloudFormationValidation: false });
}

/** The template of a stack, as a program of the AWS CDK would build it. */
export function templateOf(build: (stack: Stack) => void): Template {
  const stack = new Stack(quickApp(), "Mail");
  build(stack);
  return Template.fromStack(stack);
}

/** The stack of a declared domain. */
export function hostedStack(
  { estate, declaration, kept }: DomainSource,
  app = quickApp(),
): Route53DomainStack {
  const { name, zone } = estate;
  if (zone.host !== "route53") throw new Error(`a zone at ${zone.host}`);
  return new Route53DomainStack(app, name, {
    declaration,
    zone,
    kept: kept.map(({ record }) => record),
  });
}

/** A record as name servers answer it. */
export interface AnsweredRecord {
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  /** As `mail-hygiene records` prints it: without quotes and trailing dots, the logical value of a TXT. */
  readonly data: string;
}

/**
 * The records of a template's record sets. Values are read by rules of Route 53 that are written down here once more, so
 * that nothing of what encodes them is believed. Aliases, which no record of a posture is, are left out.
 */
export function answeredRecords(template: Template): readonly AnsweredRecord[] {
  const sets = Object.values(template.findResources("AWS::Route53::RecordSet"));
  return sets.flatMap(({ Properties: { Name, Type, TTL, ResourceRecords, AliasTarget } }) => {
    if (AliasTarget !== undefined) return [];
    const values: readonly string[] = ResourceRecords;
    if (new Set(values).size !== values.length) throw new Error(`a value twice: ${values.join(", ")}`);
    return values.map((value) => ({
      name: withoutDot(Name),
      type: String(Type),
      ttl: Number(TTL),
      data: dataOf(String(Type), value),
    }));
  });
}

function dataOf(type: string, value: string): string {
  if (type === "TXT") return text(value);
  if (type !== "CAA") return value;
  const [, head = "", quoted = ""] = /^(\d+ [a-z]+ )(".*")$/.exec(value) ?? [];
  return `${head}${text(quoted)}`;
}

function withoutDot(name: string): string {
  if (!name.endsWith(".")) throw new Error(`a name that is not absolute: ${name}`);
  return name.slice(0, -1);
}

/** The character-strings of a value joined: `\"`, `\\` and octal `\ooo` are its escapes. */
function text(value: string): string {
  if (value.length > 4000) throw new Error(`a value of ${value.length} characters`);
  if (!/^"(?:[^"\\]|\\[0-3][0-7]{2}|\\["\\])*"(?: "(?:[^"\\]|\\[0-3][0-7]{2}|\\["\\])*")*$/.test(value)) {
    throw new Error(`not quoted strings: ${value}`);
  }
  const strings = [...value.matchAll(/"((?:[^"\\]|\\[0-7]{3}|\\.)*)"/g)].map(([, inner = ""]) =>
    inner.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal?: string, sign?: string) =>
      octal === undefined ? String(sign) : String.fromCharCode(Number.parseInt(octal, 8)),
    ),
  );
  for (const string of strings) {
    if (string.length > 255) throw new Error(`a character-string of ${string.length} octets`);
  }
  return Buffer.from(strings.join(""), "latin1").toString("utf8");
}
