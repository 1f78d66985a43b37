import { field, objects, text } from "../../../provider/http/json";
import { DiagnosticError, isObjectValue, type Value } from "../../../provider/plugin/index";
import { decode } from "./codec";
import { dataSource, dataSourceSchema } from "./schema";

const schema = dataSourceSchema("cloudflare_zone");
const { filter: _filter, zone_id: _zoneId, ...answered } = schema.attributes;

export const zoneData = dataSource({
  ...schema,
  validate({ filter, zone_id }) {
    if (isObjectValue(filter) === (zone_id === null)) return [];
    return [
      {
        summary: "Invalid Attribute Combination",
        detail: "Exactly one of these attributes must be configured: [zone_id,filter]",
      },
    ];
  },
  async read({ filter = null, zone_id }, { client, signal }) {
    let id: string | undefined = typeof zone_id === "string" ? zone_id : undefined;
    if (id === undefined) {
      const path = `zones?${query(filter)}`;
      const found = objects(await client.call({ method: "GET", path, signal }));
      if (found.length !== 1) {
        throw new DiagnosticError({
          summary: "failed to find exactly one result",
          detail: `found ${found.length} zones by ${path}`,
        });
      }
      id = text(field(found[0], "id")) ?? "";
    }
    const zone = await client.call({ method: "GET", path: `zones/${id}`, signal });
    const { match = null, ...asked } = isObjectValue(filter) ? filter : {};
    return {
      ...decode(answered, zone),
      zone_id: id,
      filter: isObjectValue(filter) ? { ...asked, match } : null,
    };
  },
});

/** `name=contoso.com&account.id=0123…`: what is set, parts of an object behind a dot. */
function query(filter: Value): string {
  const parts = new URLSearchParams();
  const add = (value: Value, name: string): void => {
    if (isObjectValue(value)) {
      for (const [key, one] of Object.entries(value)) add(one, name === "" ? key : `${name}.${key}`);
    } else if (typeof value === "string") parts.append(name, value);
  };
  add(filter, "");
  return parts.toString();
}
