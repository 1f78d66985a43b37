import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { App } from "cdktf";
import { BreakGlass } from "../../../constructs/identity/break-glass";
import { Directory } from "../../../constructs/identity/directory";
import { MailStack } from "../../../stacks/mail-stack";
import type { ProviderSchemas } from "../../support/provider-schema";
import { providerSchemas, schemaProblems } from "../../support/schema-check";
import { temporaryFolder } from "../../support/temp";

const AZUREAD = providerSchemas("azuread-3.7.0");

/** A stack's JSON, as far as the tests look into it. */
export interface Configuration {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly removed?: readonly unknown[];
  readonly output?: Readonly<Record<string, unknown>>;
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly terraform?: Readonly<Record<string, unknown>>;
}

/** By type and name. */
type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** What a stack with provider azuread synthesizes to, once the provider's schema has nothing to say against it. */
export function configurationOf(build: (stack: MailStack) => void): Configuration {
  const stack = new MailStack(new App({ outdir: temporaryFolder(), stackTraces: false }), "tenant-contoso");
  new AzureadProvider(stack, "Azuread", {});
  build(stack);
  return synthesized(stack);
}

/**
 * A stack's JSON without cdktf's own metadata.
 * @throws Error with what the provider's schema says against it
 */
export function synthesized(stack: MailStack, ...more: readonly ProviderSchemas[]): Configuration {
  stack.prepareStack();
  const configuration: Configuration = JSON.parse(
    JSON.stringify(stack.toTerraform(), (key, value) => (key === "//" ? undefined : value)),
  );
  const problems = schemaProblems(configuration, AZUREAD, ...more);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return configuration;
}

/** A break-glass group of two accounts in a directory of its own, as `sg-break-glass`. */
export function breakGlassIn(stack: MailStack): BreakGlass {
  return new BreakGlass(stack, "BreakGlass", {
    directory: new Directory(stack, "Directory"),
    group: "sg-break-glass",
    users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
  });
}
