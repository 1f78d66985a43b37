import { Construct, RootConstruct } from "constructs";
import fc from "fast-check";
import { constructId } from "../../constructs/construct-id";

const hostile = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.constantFrom("a/b", "a--b", "a%2fb", "a\nb", ...Object.getOwnPropertyNames(Object.prototype)),
);

test("any names stand beside one another as construct ids, also those that every object has", () => {
  fc.assert(
    fc.property(fc.uniqueArray(hostile, { maxLength: 12 }), (names) => {
      const root = new RootConstruct();
      for (const name of names) new Construct(root, constructId(name));
      expect(new Set(root.node.children.map(({ node }) => node.id)).size).toBe(names.length);
    }),
  );
  const root = new RootConstruct();
  for (const name of Object.getOwnPropertyNames(Object.prototype)) new Construct(root, constructId(name));
});
