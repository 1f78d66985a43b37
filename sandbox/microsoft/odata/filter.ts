import { ODataError } from "./odata-error";

/** A value as a filter writes it. GUIDs and instants stand there without quotes. */
export type Literal = string | number | boolean | null;

export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
export type TextTest = "startswith" | "endswith" | "contains";

/** A property, and what is below it: `employeeOrgData/division`. */
export type PropertyPath = readonly string[];

/** What `$filter` says (OData 4.01, URL conventions §5.1.1), as far as Graph's directory has it. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "not"; readonly operand: Filter }
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly path: PropertyPath;
      readonly value: Literal;
    }
  | { readonly kind: "in"; readonly path: PropertyPath; readonly values: readonly Literal[] }
  | { readonly kind: "text"; readonly test: TextTest; readonly path: PropertyPath; readonly value: string }
  /** Does a member of the list fit? Paths in `operand` start at the member. Without it: is the list not empty? */
  | { readonly kind: "any"; readonly path: PropertyPath; readonly operand?: Filter };

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|([(),:])|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)|(-?\d+(?:\.\d+)?)|([A-Za-z_@][\w.@]*(?:\/[A-Za-z_][\w.]*)*))/iy;

type Token =
  | { readonly kind: "text" | "bare" | "number" | "word"; readonly text: string }
  | { readonly kind: "mark"; readonly text: string };

const COMPARISONS: readonly Comparison[] = ["eq", "ne", "gt", "ge", "lt", "le"];
const TEXT_TESTS: readonly TextTest[] = ["startswith", "endswith", "contains"];

/**
 * Reads `$filter`.
 * @throws ODataError for what is no filter
 */
export function parseFilter(text: string): Filter {
  const parser = new Parser(tokens(text), text);
  const filter = parser.or();
  parser.end();
  return filter;
}

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  const trimmed = text.trimEnd();
  while (TOKEN.lastIndex < trimmed.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(trimmed);
    if (match === null) throw invalid(text, at);
    const [, quoted, mark, bare, number, word] = match;
    if (quoted !== undefined) found.push({ kind: "text", text: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (mark !== undefined) found.push({ kind: "mark", text: mark });
    else if (bare !== undefined) found.push({ kind: "bare", text: bare });
    else if (number !== undefined) found.push({ kind: "number", text: number });
    else found.push({ kind: "word", text: word ?? "" });
  }
  return found;
}

/** Recursive descent; `or` binds less than `and`, `and` less than `not`. */
class Parser {
  private next = 0;
  /** The name that a member of the list has within `any`. */
  private member: string | undefined;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  or(): Filter {
    let left = this.and();
    while (this.takeWord("or")) left = { kind: "or", left, right: this.and() };
    return left;
  }

  end(): void {
    if (this.next < this.tokens.length) throw this.invalid();
  }

  private and(): Filter {
    let left = this.not();
    while (this.takeWord("and")) left = { kind: "and", left, right: this.not() };
    return left;
  }

  private not(): Filter {
    return this.takeWord("not") ? { kind: "not", operand: this.not() } : this.primary();
  }

  private primary(): Filter {
    if (this.takeMark("(")) {
      const inner = this.or();
      this.needMark(")");
      return inner;
    }
    const name = this.word();
    const lower = name.toLowerCase();
    const test = TEXT_TESTS.find((one) => one === lower);
    if (test !== undefined) return this.textTest(test);
    if (lower.endsWith("/any")) return this.any(name.slice(0, -"/any".length));
    const path = this.path(name);
    const word = this.word().toLowerCase();
    if (word === "in") return { kind: "in", path, values: this.list() };
    const operator = COMPARISONS.find((one) => one === word);
    if (operator === undefined) throw this.invalid();
    return { kind: "compare", operator, path, value: this.literal() };
  }

  private textTest(test: TextTest): Filter {
    this.needMark("(");
    const path = this.path(this.word());
    this.needMark(",");
    const value = this.literal();
    this.needMark(")");
    if (typeof value !== "string") throw this.invalid();
    // `startsWith(x,'a') eq true` says the same.
    if (this.takeWord("eq") && this.literal() !== true) throw this.invalid();
    return { kind: "text", test, path, value };
  }

  private any(list: string): Filter {
    const path = this.path(list);
    this.needMark("(");
    if (this.takeMark(")")) return { kind: "any", path };
    const outer = this.member;
    this.member = this.word();
    this.needMark(":");
    const operand = this.or();
    this.member = outer;
    this.needMark(")");
    return { kind: "any", path, operand };
  }

  private path(name: string): PropertyPath {
    const segments = name.split("/");
    if (this.member === undefined) return segments;
    if (segments[0] !== this.member) throw this.invalid();
    return segments.slice(1);
  }

  private list(): readonly Literal[] {
    this.needMark("(");
    const values = [this.literal()];
    while (this.takeMark(",")) values.push(this.literal());
    this.needMark(")");
    return values;
  }

  private literal(): Literal {
    const token = this.take();
    if (token.kind === "text" || token.kind === "bare") return token.text;
    if (token.kind === "number") return Number(token.text);
    if (token.kind === "word") {
      const lower = token.text.toLowerCase();
      if (lower === "true" || lower === "false") return lower === "true";
      if (lower === "null") return null;
    }
    throw this.invalid();
  }

  private word(): string {
    const token = this.take();
    if (token.kind !== "word") throw this.invalid();
    return token.text;
  }

  private take(): Token {
    const token = this.tokens[this.next];
    if (token === undefined) throw this.invalid();
    this.next += 1;
    return token;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== "word" || token.text.toLowerCase() !== word) return false;
    this.next += 1;
    return true;
  }

  private takeMark(mark: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== "mark" || token.text !== mark) return false;
    this.next += 1;
    return true;
  }

  private needMark(mark: string): void {
    if (!this.takeMark(mark)) throw this.invalid();
  }

  private invalid(): ODataError {
    return invalid(this.text, this.next);
  }
}

function invalid(text: string, position: number): ODataError {
  return new ODataError(
    "BadRequest",
    `Invalid filter clause: Syntax error at position ${position} in '${text}'.`,
  );
}
