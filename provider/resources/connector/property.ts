import type { ExchangeObject, Parameters } from "../../exchange/types";
import { flag, names, text } from "../exchange-values";

/** How a property of Exchange and an attribute stand for each other. */
export interface Property<T> {
  /** As the cmdlets call it. */
  readonly name: string;
  /** The attribute's value, spelled as in state before where both mean the same. */
  read(connector: ExchangeObject, before: T | undefined): T;
  /** What a cmdlet is told. */
  write(value: T): unknown;
}

/** A property for each attribute that Exchange can be told. */
export type Properties<Settings> = { readonly [Name in keyof Settings]: Property<Settings[Name]> };

/** On or off. */
export const onOff = (name: string): Property<boolean> => ({
  name,
  read: (connector) => flag(connector, name),
  write: (value) => value,
});

/** Text that every connector has; `otherwise` is what Exchange means by leaving it out. */
export const textAlways = (name: string, otherwise = ""): Property<string> => ({
  name,
  read: (connector) => text(connector, name) ?? otherwise,
  write: (value) => value,
});

/** Text that may not be set; `cleared` is what Exchange takes to clear it. */
export const textOrNull = (name: string, cleared: "" | null = null): Property<string | null> => ({
  name,
  read: (connector, before) => text(connector, name, before),
  write: (value) => value ?? cleared,
});

/** A list without order, of at least one member. */
export const namesAlways = (name: string): Property<readonly string[]> => ({
  name,
  read: (connector, before) => names(connector, name, before) ?? [],
  write: (value) => value,
});

/** A list without order that may not be set. */
export const namesOrNull = (name: string): Property<readonly string[] | null> => ({
  name,
  read: (connector, before) => names(connector, name, before),
  write: (value) => value ?? [],
});

/** What Exchange says, attribute by attribute. */
export function readSettings<Settings extends object>(
  properties: Properties<Settings>,
  connector: ExchangeObject,
  before: Settings | undefined,
): Settings {
  const read = attributesOf(properties).map((attribute) => [
    attribute,
    properties[attribute].read(connector, before?.[attribute]),
  ]);
  // Complete by the type of `properties`; `Object.fromEntries` knows no keys.
  return Object.fromEntries(read) as Settings;
}

/** What the cmdlets are to be told. */
export function parametersOf<Settings extends object>(
  properties: Properties<Settings>,
  settings: Settings,
): Parameters {
  return Object.fromEntries(
    attributesOf(properties).map((attribute) => {
      const { name, write } = properties[attribute];
      return [name, write(settings[attribute])];
    }),
  );
}

function attributesOf<Settings>(properties: Properties<Settings>): readonly (keyof Settings)[] {
  return Object.keys(properties) as (keyof Settings)[];
}
