import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Tokenization,
} from "cdktf";
import type { IConstruct } from "constructs";
import { isGrouping } from "../constructs/grouping";
import { isMapping } from "../lib/mapping";
import { logicalId } from "./logical-id";
import { plainCopy } from "./plain";

/** What Terraform takes as a name. */
const IDENTIFIER = /^[A-Za-z_][\w-]*$/;

/**
 * A Terraform stack with addresses that are contract, and a synthesis that does not pay for tokens it has not got.
 * What it writes is what `TerraformStack` would write for the same elements (a test holds that).
 */
export class MailStack extends TerraformStack {
  private readonly pathOfLogicalId = new Map<string, string>();
  private hasOverrides = false;

  /**
   * The name in state. Ids of grouping constructs and a final `Resource` are left out.
   * @throws Error if two elements would share a name: cdktf would merge them without a word
   */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { scopes, path } = element.node;
    const components = scopes
      .slice(scopes.indexOf(this) + 1)
      .filter((construct) => !isGrouping(construct))
      .map((construct) => construct.node.id);
    const own =
      components.length > 1 && components.at(-1) === "Resource" ? components.slice(0, -1) : components;
    const name = chosenName(element, own) ?? logicalId(own);
    const other = this.pathOfLogicalId.get(name);
    if (other !== undefined && other !== path) {
      throw new Error(
        `two constructs share the Terraform name ${name}: ${other} and ${path}; rename one of them`,
      );
    }
    this.pathOfLogicalId.set(name, path);
    return name;
  }

  /** Only tokens can add elements while a stack is prepared (cross-stack references). */
  override prepareStack(): void {
    this.ensureBackendExists();
    for (const element of elementsOf(this)) {
      if (plainCopy(element.toTerraform()) === undefined) this.resolveTokens(element.toTerraform(), true);
    }
  }

  override addOverride(path: string, value: unknown): void {
    this.hasOverrides = true;
    super.addOverride(path, value);
  }

  override toTerraform(): Record<string, unknown> {
    const elements = elementsOf(this);
    // Overrides and outputs also leave marks in the metadata: cdktf's own way is kept for them.
    if (this.hasOverrides || elements.some(TerraformOutput.isTerraformOutput)) return super.toTerraform();
    const metadata: Record<string, unknown> = {
      version: this.node.tryGetContext("cdktfVersion"),
      stackName: this.node.id,
      backend: "local",
    };
    for (const element of elements) mergeInto(metadata, this.render(element.toMetadata()));
    const terraform: Record<string, unknown> = { "//": { metadata, outputs: {} } };
    for (const element of elements) mergeInto(terraform, this.render(element.toTerraform()));
    return terraform;
  }

  private render(value: object): Record<string, unknown> {
    return plainCopy(value) ?? this.resolveTokens(value, false);
  }

  private resolveTokens(value: object, preparing: boolean): Record<string, unknown> {
    return Tokenization.resolve(value, {
      scope: this,
      resolver: new DefaultTokenResolver(new StringConcat()),
      preparing,
    });
  }
}

/** People write the names of a stack's variables (`TF_VAR_mx_host`) and outputs: these are left as they are. */
function chosenName(element: TerraformElement, [id, ...rest]: readonly string[]): string | undefined {
  if (id === undefined || rest.length > 0 || !IDENTIFIER.test(id)) return undefined;
  const isNamed = element instanceof TerraformVariable || TerraformOutput.isTerraformOutput(element);
  return isNamed ? id : undefined;
}

/** The Terraform elements below a construct, without those of nested stacks, in the order of the tree. */
function elementsOf(construct: IConstruct, into: TerraformElement[] = []): TerraformElement[] {
  if (TerraformElement.isTerraformElement(construct)) into.push(construct as TerraformElement);
  for (const child of construct.node.children) {
    if (!TerraformStack.isStack(child)) elementsOf(child, into);
  }
  return into;
}

/** Records merge key by key, lists are joined, anything else replaces: how cdktf puts elements together. */
function mergeInto(target: Record<string, unknown>, source: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(source)) {
    const there = target[key];
    if (Array.isArray(value)) target[key] = Array.isArray(there) ? [...there, ...value] : value;
    else if (isMapping(value) && isMapping(there)) mergeInto(there, value);
    else target[key] = value;
  }
}
