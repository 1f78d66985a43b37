import type { TenantState } from "../state";
import type { Row } from "../table";

/** Exchange Online, or Security & Compliance, which has objects of its own. */
export type Service = "exchange" | "purview";

/** What Exchange holds of one kind, as its Get cmdlet shows it. */
export interface Kind {
  /** The classes of the directory object, where what is shown has them. */
  readonly container: string;
  /** What a new one is, where nothing is said. */
  readonly defaults: Row;
  /** What every tenant has, by name; of it what differs from the defaults. */
  readonly initial?: Readonly<Record<string, Row>>;
  /** Is its Identity the whole path of it? */
  readonly identityIsPath?: true;
  /** Parameters that are no properties: how what they say is kept. */
  readonly taken?: (given: Row, before: Row) => Row;
  /** There is one, and neither New- nor Remove-. */
  readonly singleton?: true;
  /** Has a state and a priority. */
  readonly rule?: true;
  /** What of it names another object: the parameter, and the kind whose name it is. */
  readonly refersTo?: Readonly<Record<string, string>>;
  /** Each may be named by one of this kind alone. */
  readonly onePer?: string;
  /** What `New-` calls the name. @default Name */
  readonly named?: string;
  /** Only these are given where nothing else is asked for, and the others on request. */
  readonly shown?: (row: Row, asked: Row) => boolean;
  /** `New-` takes no name: there is one, and it is called so. */
  readonly only?: string;
  /** What goes with it. */
  removed?(row: Row, state: TenantState): void;
  /** Refuses what cannot be. */
  check?(row: Row, state: TenantState): void;
}
