import { isMapping } from "../../../lib/mapping";
import type { GraphObject } from "../../graph/types";
import { objects, text } from "../../http/json";
import { DiagnosticError } from "../../plugin/index";

/** Where in an entity an attribute stands: how it is read, and what the entity is with another value. */
export interface Lens {
  /** The properties of the entity that it looks into: where one is missing, nothing is known. @default that of the attribute's path */
  readonly into?: readonly string[];
  get(entity: GraphObject): unknown;
  /** The entity with the value. All that the value does not say stays as it was. */
  set(entity: GraphObject, value: unknown): GraphObject;
}

/** What stands at a path: `defaultUserRolePermissions.allowedToCreateApps`. */
export function at(path: string): Lens {
  const [first = "", ...rest] = path.split(".");
  const own: Lens = {
    get: (entity) => entity[first],
    set: (entity, value) => ({ ...entity, [first]: value }),
  };
  return rest.length === 0 ? own : within(own, at(rest.join(".")));
}

/** What a lens finds in the object that another one finds. */
function within(outer: Lens, inner: Lens): Lens {
  const object = (entity: GraphObject): GraphObject => {
    const found = outer.get(entity);
    return isMapping(found) ? found : {};
  };
  return {
    get: (entity) => inner.get(object(entity)),
    set: (entity, value) => outer.set(entity, inner.set(object(entity), value)),
  };
}

const idOf = (target: GraphObject): string => (text(target.id) ?? "").toLowerCase();

/**
 * The ids in a list of targets. A target that stays keeps all that it says beside its id, such as what others set in the
 * portal; a new one is a group.
 * @param fresh what a new target says beside its id
 */
export function targets(path: string, fresh: GraphObject = {}): Lens {
  const list = at(path);
  return {
    get: (entity) => ids(objects(list.get(entity))),
    set: (entity, value) => {
      const there = new Map(objects(list.get(entity)).map((target) => [idOf(target), target]));
      const wanted = Array.isArray(value) ? value.map(String) : [];
      return list.set(
        entity,
        wanted.map((id) => there.get(id.toLowerCase()) ?? { ...fresh, targetType: "group", id }),
      );
    },
  };
}

/** The ids of the targets of which a property is true. */
export function targetsWhere(path: string, property: string, attribute: string): Lens {
  const list = at(path);
  return {
    get: (entity) => ids(objects(list.get(entity)).filter((target) => target[property] === true)),
    set: (entity, value) => {
      const wanted = new Set((Array.isArray(value) ? value : []).map((id) => String(id).toLowerCase()));
      const all = objects(list.get(entity));
      const strange = [...wanted].filter((id) => !all.some((target) => idOf(target) === id));
      if (strange.length > 0) {
        throw new DiagnosticError({
          summary: `${attribute}: no target of the method: ${strange.join(", ")}`,
          detail: "Only what include_groups names can be meant. Add it there, or take it out here.",
          path: [attribute],
        });
      }
      return list.set(
        entity,
        all.map((target) =>
          (target[property] === true) === wanted.has(idOf(target))
            ? target
            : { ...target, [property]: wanted.has(idOf(target)) },
        ),
      );
    },
  };
}

/** What all targets of a list say alike. Where they differ, all that they say, so that none of it passes for the whole. */
export function ofEveryTarget(path: string, property: string): Lens {
  const list = at(path);
  return {
    get: (entity) => {
      const said = objects(list.get(entity)).map((target) => text(target[property]) ?? "none");
      return said.length === 0 ? undefined : [...new Set(said)].sort().join(", ");
    },
    set: (entity, value) =>
      list.set(
        entity,
        objects(list.get(entity)).map((target) => ({ ...target, [property]: value })),
      ),
  };
}

/** Graph's id for no target. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The id of the one target that an object holds; none for nobody. */
export function target(path: string): Lens {
  const place = at(path);
  return {
    get: (entity) => {
      const found = place.get(entity);
      const id = isMapping(found) ? found.id : undefined;
      return id === NOBODY ? undefined : id;
    },
    set: (entity, value) => {
      const found = place.get(entity);
      const id = value === "" || value === null || value === undefined ? NOBODY : value;
      return place.set(entity, { ...(isMapping(found) ? found : {}), targetType: "group", id });
    },
  };
}

function ids(all: readonly GraphObject[]): readonly string[] {
  return all.flatMap((one) => text(one.id) ?? []);
}
