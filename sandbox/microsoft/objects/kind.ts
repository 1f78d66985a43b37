import type { TenantState } from "../state";
import type { Row } from "../table";

/** What Exchange holds of one kind, as its Get cmdlet shows it. */
export interface Kind {
  /** The classes of the directory object, where what is shown has them. */
  readonly container: string;
  /** What a new one is, where nothing is said. */
  readonly defaults: Row;
  /** What every tenant has, by name; of it what differs from the defaults. */
  readonly initial?: Readonly<Record<string, Row>>;
  /** There is one, and neither New- nor Remove-. */
  readonly singleton?: true;
  /** Has a state and a priority. */
  readonly rule?: true;
  /** What of it names another object: the parameter, and the kind whose name it is. */
  readonly refersTo?: Readonly<Record<string, string>>;
  /** Each may be named by one of this kind alone. */
  readonly onePer?: string;
  /** Refuses what cannot be. */
  check?(row: Row, state: TenantState): void;
}
