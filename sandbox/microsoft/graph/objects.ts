import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import { DIRECTORY_OBJECTS, type Directory } from "../tenant/directory";
import { GROUP_DEFAULTS } from "../tenant/group";
import { USER_DEFAULTS } from "../tenant/user";

/** Directory objects of any kind. */
export const OBJECT_SHAPE: Shape = {
  type: "directoryObject",
  directory: true,
  defaults: { ...GROUP_DEFAULTS, ...USER_DEFAULTS, appId: null },
};

/** Objects by id, each with its type; those that are not there are left out. */
export function typed(directory: Directory, ids: readonly string[]): readonly Json[] {
  return ids.flatMap((id) => {
    const found = directory.find(id);
    return found === undefined ? [] : { "@odata.type": DIRECTORY_OBJECTS[found.kind], ...found.entity };
  });
}
