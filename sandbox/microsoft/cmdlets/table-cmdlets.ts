import type { TenantState } from "../state";
import type { Row, Table } from "../table";
import type { Cmdlet, ParameterKind } from "./cmdlet";

interface TableCmdlets {
  readonly noun: string;
  readonly table: (state: TenantState) => Table;
  /** Of `New-` and `Set-`. */
  readonly settings: Readonly<Record<string, ParameterKind>>;
  /** Of `Set-` alone. */
  readonly setOnly?: Readonly<Record<string, ParameterKind>>;
  readonly required: readonly string[];
  readonly defaults: Row;
  /** Exchange's validation of the object as it would be. */
  readonly check: (row: Row, state: TenantState) => void;
  /** How values are kept. */
  readonly kept?: (settings: Row) => Row;
}

/** The four cmdlets of a kind of object that has a name. */
export function tableCmdlets(kind: TableCmdlets): Readonly<Record<string, Cmdlet>> {
  const { noun, table, settings, setOnly = {}, required, defaults, check, kept = (given) => given } = kind;
  return {
    [`Get-${noun}`]: {
      parameters: { Identity: "text" },
      run: ({ Identity }, { state }) => ({
        rows: Identity === undefined ? table(state).all() : [table(state).get(Identity)],
      }),
    },
    [`New-${noun}`]: {
      parameters: { Name: "text", ...settings },
      required: ["Name", ...required],
      run: ({ Name, ...given }, { state }) => {
        const row = { ...defaults, ...kept(given) };
        check(row, state);
        return { rows: [table(state).add(String(Name), row)] };
      },
    },
    [`Set-${noun}`]: {
      parameters: { Identity: "text", Name: "text", ...settings, ...setOnly },
      required: ["Identity"],
      run: ({ Identity, Name, ...given }, { state }) => {
        const row = table(state).get(Identity);
        const wanted = { ...row, ...kept(given) };
        check(wanted, state);
        Object.assign(row, wanted);
        if (Name !== undefined) table(state).rename(Identity, String(Name));
        return { rows: [] };
      },
    },
    [`Remove-${noun}`]: {
      parameters: { Identity: "text", Confirm: "flag" },
      required: ["Identity"],
      run: ({ Identity }, { state }) => {
        table(state).remove(Identity);
        return { rows: [] };
      },
    },
  };
}

/** A list that is not empty. */
export function some(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
