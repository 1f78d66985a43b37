import { nested, num, str } from "../../../../provider/plugin/index";
import { wirePath } from "../../../../provider/plugin/server/messages";

const rule = { port: num({ required: true }), note: str({ optional: true }) };
const members = {
  rules: nested.list(rule, { optional: true }),
  named: nested.map(rule, { optional: true }),
  some: nested.set(rule, { optional: true }),
};

test("a path on the wire tells attributes from keys by the schema, and ends at a set", () => {
  expect(wirePath(["named", "a.b", "port"], members)).toEqual({
    steps: [{ attribute_name: "named" }, { element_key_string: "a.b" }, { attribute_name: "port" }],
  });
  expect(wirePath(["rules", 3], members)).toEqual({
    steps: [{ attribute_name: "rules" }, { element_key_int: 3 }],
  });
  expect(wirePath(["some", 0, "port"], members)).toEqual({ steps: [{ attribute_name: "some" }] });
  expect(wirePath(["nobody"], members)).toEqual({ steps: [] });
});
