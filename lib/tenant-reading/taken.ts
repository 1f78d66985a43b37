import { isMapping, type Mapping, setMember } from "../mapping";

/** As JSON, of a value that nobody here knows: it is shown and compared, never judged. In UTF-16 code units. */
const LONGEST = 1000;

/**
 * Reads the properties of an answer that are known, and tells of all others that say something. A property of another
 * type than Microsoft documents is none that is known.
 */
export class Taken {
  private readonly known = new Set<string>();

  private constructor(
    private readonly value: Mapping,
    private readonly path: string,
    private readonly found: Record<string, string>,
  ) {}

  static of(value: Mapping): Taken {
    return new Taken(value, "", {});
  }

  text(name: string): string | undefined {
    return this.take(name, (value) => (typeof value === "string" ? value : undefined));
  }

  flag(name: string): boolean | undefined {
    return this.take(name, (value) => (typeof value === "boolean" ? value : undefined));
  }

  number(name: string): number | undefined {
    return this.take(name, (value) =>
      typeof value === "number" && Number.isFinite(value) ? value : undefined,
    );
  }

  texts(name: string): readonly string[] | undefined {
    return this.take(name, (value) =>
      Array.isArray(value) && value.every((one): one is string => typeof one === "string")
        ? value
        : undefined,
    );
  }

  /** Of an enumeration with flags: one text with commas. `none` is none of them. */
  flags(name: string): readonly string[] | undefined {
    return this.take(name, (value) =>
      typeof value === "string"
        ? value
            .split(",")
            .map((one) => one.trim())
            .filter((one) => one !== "" && one !== "none")
        : undefined,
    );
  }

  /** One of some words; another one is not known. */
  word<T extends string>(name: string, words: readonly T[]): T | undefined {
    return this.take(name, (value) => words.find((one) => one === value));
  }

  /** An object in it, whose properties are told with this one's. */
  object(name: string): Taken | undefined {
    const value = this.take(name, (one) => (isMapping(one) ? one : undefined));
    return value && new Taken(value, `${this.path}${name}.`, this.found);
  }

  list(name: string): readonly unknown[] | undefined {
    return this.take(name, (value) => (Array.isArray(value) ? value : undefined));
  }

  /** Says nothing of what the object does. */
  ignore(...names: readonly string[]): this {
    for (const name of names) this.known.add(name);
    return this;
  }

  /** By path: what is there and not known, but for what is empty, off or nought. To be asked of the outermost last. */
  unread(): Readonly<Record<string, string>> {
    return this.found;
  }

  /** All that is wanted of this object has been taken: the rest is not known. */
  end(): void {
    for (const [name, value] of Object.entries(this.value)) {
      if (!this.known.has(name) && !name.includes("@odata.") && says(value)) this.tell(name, value);
    }
  }

  private take<T>(name: string, read: (value: unknown) => T | undefined): T | undefined {
    this.known.add(name);
    if (!Object.hasOwn(this.value, name)) return undefined;
    const value = this.value[name];
    if (value === null || value === undefined) return undefined;
    const taken = read(value);
    if (taken === undefined) this.tell(name, value);
    return taken;
  }

  private tell(name: string, value: unknown): void {
    setMember(this.found, `${this.path}${name}`, (JSON.stringify(value) ?? "").slice(0, LONGEST));
  }
}

/** Does a value say anything? What is off, empty or nought is what an object without the property has. */
function says(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "" || value === 0) return false;
  if (Array.isArray(value)) return value.some(says);
  return isMapping(value) ? Object.values(value).some(says) : true;
}
