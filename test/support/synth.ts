import { App, TerraformStack } from "cdktf";
import { MailStack } from "../../stacks/mail-stack";
import { temporaryFolder } from "./temp";

/** A stack as Terraform reads it. */
export interface Synthesized {
  readonly terraform: Record<string, unknown>;
  readonly provider?: Record<string, unknown>;
  readonly resource?: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: Record<string, Record<string, Record<string, unknown>>>;
  readonly import?: readonly { readonly to: string; readonly id: string }[];
  readonly output?: Record<string, { readonly value: unknown }>;
}

/** A plain cdktf stack or one of ours, by the name that tests show. */
export const STACKS = { TerraformStack, MailStack } as const;

/** Builds one stack, as a program that uses the constructs would, and gives what is synthesized of it. */
export function synthesized(
  build: (stack: TerraformStack) => void,
  Stack: new (scope: App, id: string) => TerraformStack = MailStack,
): Synthesized {
  const app = new App({ outdir: temporaryFolder(), stackTraces: false });
  const stack = new Stack(app, "contoso.com");
  build(stack);
  return jsonOf(stack);
}

/** What is synthesized of a stack, as it is written: `//` metadata of each resource left out. */
export function jsonOf(stack: TerraformStack): Synthesized {
  stack.prepareStack();
  return JSON.parse(JSON.stringify(stack.toTerraform()), (key, value) => (key === "//" ? undefined : value));
}

/** The DNS records of a stack: by Terraform name, `name TYPE data`, data as Cloudflare is told. */
export function recordsOf({ resource }: Synthesized): Readonly<Record<string, string>> {
  const records = Object.entries(resource?.cloudflare_dns_record ?? {});
  return Object.fromEntries(
    records.map(([name, { name: owner, type, priority, content, data }]) => [
      name,
      [owner, type, priority, content ?? JSON.stringify(data)].filter((part) => part !== undefined).join(" "),
    ]),
  );
}
