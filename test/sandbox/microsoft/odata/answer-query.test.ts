import fc from "fast-check";
import { answerQuery } from "../../../../sandbox/microsoft/odata/answer-query";
import { parseQuery } from "../../../../sandbox/microsoft/odata/query";

const SHAPE = {
  type: "group",
  defaults: { id: null, displayName: null, theme: null },
  filterable: ["id", "displayName"],
  directory: true,
};
const GROUPS = ["grp-sspr", "grp-breakglass", "Sales EMEA", "sales-us"].map((displayName, id) => ({
  id: String(id),
  displayName,
}));
const ask = (text: string, level?: string) =>
  answerQuery(GROUPS, parseQuery(new URLSearchParams(text), level), SHAPE, 100).value.map(({ id }) => id);

test.each([
  ["$filter=startswith(displayName,'grp-')", undefined, ["0", "1"]],
  ["$top=2", undefined, ["0", "1"]],
  ["$orderby=displayName desc&$top=1", undefined, ["3"]],
  ['$search="displayName:sales"', "eventual", ["2", "3"]],
  ['$search="displayName:sales" AND "displayName:us"', "eventual", ["3"]],
  ['$search="displayName:sspr" OR "displayName:emea"', "eventual", ["0", "2"]],
  ["$filter=endswith(displayName,'us')&$count=true", "eventual", ["3"]],
])("%s", (query, level, ids) => {
  expect(ask(query, level)).toEqual(ids);
});

test.each([
  ["$filter=endswith(displayName,'us')", "Request_UnsupportedQuery", /ConsistencyLevel:eventual/],
  ["$filter=displayName ne 'x'", "Request_UnsupportedQuery", /'NotEqualsMatch'/],
  [
    "$filter=contains(displayName,'x')",
    "Request_UnsupportedQuery",
    /property 'displayName' of resource 'Group'/,
  ],
  ["$filter=theme eq 'x'", "Request_UnsupportedQuery", /property 'theme' of resource 'Group'/],
  ["$filter=colour eq 'x'", "BadRequest", /property named 'colour' on type 'microsoft.graph.group'/],
  ['$search="displayName:x"', "Request_UnsupportedQuery", /ConsistencyLevel: eventual/],
  ["$top=1000", "Request_BadRequest", /Must be between 1 and 999/],
  ["$levels=2", "BadRequest", /'\$levels' is not supported/],
])("%s is refused", (query, code, words) => {
  expect(() => ask(query)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(words) }));
});

test("pages hold every object once, in order, whatever their size", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), (many, size) => {
      const objects = Array.from({ length: many }, (_, id) => ({ id: String(id) }));
      const seen: unknown[] = [];
      let next: number | undefined = 0;
      while (next !== undefined) {
        const query = parseQuery(new URLSearchParams(`$skiptoken=${next}&$count=true`));
        const page = answerQuery(objects, query, SHAPE, size);
        expect(page.count).toBe(many);
        seen.push(...page.value);
        next = page.next;
      }
      expect(seen).toEqual(objects);
    }),
  );
});
