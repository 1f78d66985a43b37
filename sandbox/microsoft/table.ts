import { randomUUID } from "node:crypto";
import { isJson } from "../http/answer";

/** An object of the directory as a cmdlet shows it. */
export type Row = Record<string, unknown>;

/** What is asked for is wrong, in Exchange's words. */
export class CmdletError extends Error {
  constructor(
    readonly status: number,
    /** The .NET exception's full name. */
    readonly exception: string,
    message: string,
  ) {
    super(message);
  }
}

/** Rows by name; names know no case. */
export class Table {
  private readonly rows = new Map<string, Row>();

  constructor(private readonly what: string) {}

  get size(): number {
    return this.rows.size;
  }

  find(identity: unknown): Row | undefined {
    const key = String(identity).toLowerCase();
    return (
      this.rows.get(key) ?? [...this.rows.values()].find((row) => String(row.Guid).toLowerCase() === key)
    );
  }

  get(identity: unknown): Row {
    const row = this.find(identity);
    if (row !== undefined) return row;
    throw new CmdletError(
      404,
      "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
      `The operation couldn't be performed because object '${identity}' couldn't be found on 'DB9PR01A01DC001.EURPR01A001.PROD.OUTLOOK.COM'.`,
    );
  }

  /** Takes in rows that a table gave before. */
  restore(rows: unknown): void {
    if (!Array.isArray(rows)) return;
    for (const row of rows.filter(isJson)) this.rows.set(String(row.Name).toLowerCase(), { ...row });
  }

  all(): readonly Row[] {
    return [...this.rows.values()];
  }

  add(name: string, properties: Row): Row {
    if (this.rows.has(name.toLowerCase())) {
      throw new CmdletError(
        400,
        "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException",
        `The ${this.what} '${name}' already exists.`,
      );
    }
    const row = { ...properties, Name: name, Identity: name, Id: name, Guid: randomUUID(), IsValid: true };
    this.rows.set(name.toLowerCase(), row);
    return row;
  }

  rename(identity: unknown, name: string): void {
    const row = this.get(identity);
    this.rows.delete(String(row.Name).toLowerCase());
    Object.assign(row, { Name: name, Identity: name, Id: name });
    this.rows.set(name.toLowerCase(), row);
  }

  remove(identity: unknown): void {
    this.rows.delete(String(this.get(identity).Name).toLowerCase());
  }
}
