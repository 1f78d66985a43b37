import { DIRECTORY_OBJECTS } from "../tenant/directory";
import { entityAnswer, listAnswer } from "./answers";
import { badRequest, notFound } from "./graph-error";
import { OBJECT_SHAPE, typed } from "./objects";
import { idOf, NO_CONTENT, type Route } from "./route";

const READ = ["Directory.Read.All", "Directory.ReadWrite.All"];

/** So many ids may be asked for at once. */
const IDS_AT_ONCE = 1000;

export const DIRECTORY_OBJECT_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: "directoryObjects/{}",
    permissions: READ,
    run: (call) => {
      const [object] = typed(call.directory, [idOf(call)]);
      if (object === undefined) throw notFound(idOf(call));
      return entityAnswer(call, "directoryObjects", object);
    },
  },
  {
    method: "DELETE",
    path: "directoryObjects/{}",
    permissions: ["Directory.ReadWrite.All"],
    run: (call) => {
      const found = call.directory.find(idOf(call));
      if (found === undefined) throw notFound(idOf(call));
      call.directory.remove(found.kind, found.entity.id);
      return NO_CONTENT;
    },
  },
  {
    method: "POST",
    path: "directoryObjects/getByIds",
    permissions: READ,
    run: (call) => {
      const { ids, types } = call.body;
      if (!Array.isArray(ids)) throw badRequest("A value is required for parameter 'ids'.", "ids");
      if (ids.length > IDS_AT_ONCE) throw badRequest(`At most ${IDS_AT_ONCE} ids may be given.`, "ids");
      const wanted = Array.isArray(types) ? types.map(String) : undefined;
      // Ids that are not there are left out, and so are other types.
      const known = ids.map(String).filter((id) => {
        const kind = call.directory.find(id)?.kind;
        return (
          kind !== undefined &&
          (wanted === undefined || wanted.some((type) => isType(type, DIRECTORY_OBJECTS[kind])))
        );
      });
      return listAnswer(call, "directoryObjects", typed(call.directory, known), OBJECT_SHAPE);
    },
  },
];

function isType(name: string, type: string): boolean {
  return name === "directoryObject" || type.toLowerCase() === `#microsoft.graph.${name}`.toLowerCase();
}
