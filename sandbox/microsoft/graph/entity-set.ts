import { randomUUID } from "node:crypto";
import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import type { Directory } from "../tenant/directory";
import type { Collection, Entity } from "../tenant/entity";
import { entityAnswer, listAnswer } from "./answers";
import { properties } from "./bind";
import { notFound } from "./graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";

/** A set of objects of one type, with the five usual calls. What an entity leaves out, it takes as Graph usually has it. */
export interface EntitySet {
  /** `identity/conditionalAccess/policies`. */
  readonly path: string;
  readonly shape: Shape;
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** Permissions that some changes can be made with besides; `change` says which. @default none */
  readonly alsoChange?: readonly string[];
  readonly collection: (directory: Directory) => Collection;
  /** Objects that every tenant has. @default none */
  readonly builtIn?: readonly Entity[];
  /** By what else than its id an object may be named. @default nothing */
  readonly alsoKnownBy?: string;
  /** The properties that are shown without `$select`. @default all */
  readonly usually?: (call: Call) => readonly string[] | undefined;
  /** The object as it is shown. @default as it is kept */
  readonly view?: (entity: Entity, call: Call) => Json;
  /**
   * What is kept of a new object; throws a GraphError for what is refused. Without it none can be made.
   * @param given its properties as they were sent
   * @param id the id that it gets
   */
  readonly make?: (given: Json, call: Call, id: string) => Json;
  /** What follows from a new object. */
  readonly made?: (entity: Entity, call: Call) => void;
  /** What a change makes of an object; throws a GraphError for what is refused. Without it none can be changed. */
  readonly change?: (entity: Entity, changes: Json, call: Call) => Json;
  /** Throws a GraphError for an object that has to stay. */
  readonly checkRemoval?: (entity: Entity, call: Call) => void;
  /** Takes the object away. @default out of its collection */
  readonly remove?: (entity: Entity, call: Call) => void;
  /** What no such object is called. @default as the directory says it */
  readonly missing?: (id: string) => Error;
}

/** The object that the path names. */
export function entityOf(set: EntitySet, call: Call): Entity {
  const id = idOf(call);
  const { builtIn, collection, alsoKnownBy } = set;
  const objects = collection(call.directory);
  const entity =
    builtIn?.find((one) => one.id === id.toLowerCase()) ??
    objects.find(id) ??
    (alsoKnownBy === undefined ? undefined : objects.findBy(alsoKnownBy, id));
  if (entity === undefined) throw (set.missing ?? notFound)(id);
  return entity;
}

export function entitySetRoutes(set: EntitySet): readonly Route[] {
  const { path, shape, read, write, collection, builtIn = [], make, change, checkRemoval } = set;
  const view = set.view ?? ((entity: Entity) => entity);
  const remove = set.remove ?? (({ id }: Entity, { directory }: Call) => collection(directory).remove(id));
  const one = `${path}/{}`;
  const routes: Route[] = [
    {
      method: "GET",
      path,
      permissions: read,
      run: (call) => {
        const entities = [...builtIn, ...collection(call.directory).all()];
        const shown = entities.map((entity) => view(entity, call));
        return listAnswer(call, path, shown, shape, set.usually?.(call));
      },
    },
    {
      method: "GET",
      path: one,
      permissions: read,
      run: (call) =>
        entityAnswer(call, path, view(entityOf(set, call), call), { usually: set.usually?.(call) }),
    },
  ];
  if (make !== undefined) {
    routes.push({
      method: "POST",
      path,
      permissions: write,
      run: (call) => {
        const id = randomUUID();
        const entity = { ...shape.defaults, ...make(properties(call.body), call, id), id };
        collection(call.directory).put(entity);
        set.made?.(entity, call);
        return entityAnswer(call, path, view(entity, call), { status: 201, usually: set.usually?.(call) });
      },
    });
    routes.push({
      method: "DELETE",
      path: one,
      permissions: write,
      run: (call) => {
        const entity = entityOf(set, call);
        checkRemoval?.(entity, call);
        remove(entity, call);
        return NO_CONTENT;
      },
    });
  }
  if (change !== undefined) {
    routes.push({
      method: "PATCH",
      path: one,
      permissions: [...write, ...(set.alsoChange ?? [])],
      run: (call) => {
        const entity = entityOf(set, call);
        Object.assign(entity, change(entity, properties(call.body), call), { id: entity.id });
        return NO_CONTENT;
      },
    });
  }
  return routes;
}
