import { isJson } from "../../http/answer";

/** An object of a tenant with every property that is known of it. */
export interface Entity {
  readonly id: string;
  [property: string]: unknown;
}

export function isEntity(value: unknown): value is Entity {
  return isJson(value) && typeof value.id === "string";
}

/** Objects of one kind, in the order in which they came. */
export class Collection {
  private readonly entities = new Map<string, Entity>();

  get size(): number {
    return this.entities.size;
  }

  all(): readonly Entity[] {
    return [...this.entities.values()];
  }

  find(id: string): Entity | undefined {
    return this.entities.get(id.toLowerCase());
  }

  has(id: string): boolean {
    return this.find(id) !== undefined;
  }

  /** The first with that value, whatever its case. */
  findBy(property: string, value: string): Entity | undefined {
    const wanted = value.toLowerCase();
    return this.all().find((entity) => String(entity[property] ?? "").toLowerCase() === wanted);
  }

  /** Adds it, or puts it in the place of what has its id. */
  put(entity: Entity): Entity {
    this.entities.set(entity.id.toLowerCase(), entity);
    return entity;
  }

  remove(id: string): boolean {
    return this.entities.delete(id.toLowerCase());
  }
}
