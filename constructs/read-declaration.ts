import type { DomainDeclaration } from "../lib/domain/declaration";
import { DeclarationSchema } from "../lib/domain/declaration-schema";
import { FaultError, within } from "../lib/fault";
import { isMapping } from "../lib/mapping";
import { readOptions } from "../lib/schema/read-options";
import { refuseReferences } from "./tokens";

/** Copies that were read here, and what an estate declares: one stack hands the same declaration to several constructs. */
const read = new WeakSet<object>();

/**
 * Takes a declaration that this package has just made of an estate: reading a thousand of them again costs as much as
 * making them.
 */
export function trusted(declaration: DomainDeclaration): DomainDeclaration {
  remember(declaration);
  return declaration;
}

/**
 * A declaration as `declareDomain` answers it.
 * @throws FaultError if it is another thing
 */
export function readDeclaration(kind: string, given: unknown): DomainDeclaration {
  if (isMapping(given) && isRead(given)) return given;
  const declaration = readOptions(DeclarationSchema, given);
  if (declaration.ok) {
    refuseReferences(kind, declaration.value);
    remember(declaration.value);
    return declaration.value;
  }
  throw new FaultError(
    kind,
    declaration.faults.map((fault) => within(fault, "declaration")),
  );
}

function isRead(given: object): given is DomainDeclaration {
  return read.has(given);
}

function remember(declaration: DomainDeclaration): void {
  read.add(declaration);
  for (const { declaration: below } of declaration.subdomains) remember(below);
}
