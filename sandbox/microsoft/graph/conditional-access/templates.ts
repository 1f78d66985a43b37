import type { Shape } from "../../odata/supported";
import { entityAnswer, listAnswer } from "../answers";
import { GraphError } from "../graph-error";
import { idOf, type Route } from "../route";
import { READ } from "./permissions";
import templates from "./templates.json";

const PATH = "identity/conditionalAccess/templates";
const SHAPE: Shape = {
  type: "conditionalAccessTemplate",
  defaults: { id: null, name: null, description: null, scenarios: null, details: null },
};

/** The templates that Microsoft has for policies; nobody can change them. */
export const TEMPLATES: readonly Route[] = [
  { method: "GET", path: PATH, permissions: READ, run: (call) => listAnswer(call, PATH, templates, SHAPE) },
  {
    method: "GET",
    path: `${PATH}/{}`,
    permissions: READ,
    run: (call) => {
      const template = templates.find(({ id }) => id === idOf(call).toLowerCase());
      if (template === undefined) {
        throw new GraphError(404, "ResourceNotFound", `Template with id ${idOf(call)} does not exist.`);
      }
      return entityAnswer(call, PATH, template);
    },
  },
];
