import { READING_RIGHTS } from "../../../lib/permissions/reading";
import { GRAPH_SOURCES, groupSources, userSource } from "../../../provider/reader/sources";
import graphsOwn from "../../lib/permissions/graph-permissions.json";

const GUID = "c0ffee00-1234-4cde-8f01-23456789abcd";
const SOURCES = [...GRAPH_SOURCES, ...groupSources(GUID), userSource(GUID)];
const GRAPHS: Readonly<Record<string, readonly string[]>> = graphsOwn.calls;

/** Its page says what it takes; Graph's table does not have it. */
const NOT_IN_GRAPHS_TABLE = ["GET /subscribedSkus"];

/** The call as Graph's table has it: of one among many, without which. */
function callOf(path: string): string {
  return `GET /${path}`
    .replace(/(authenticationMethodConfigurations)\/\w+$/, "$1/{id}")
    .replace(/(appId=')[0-9a-f-]+/, "$1{id}")
    .replace(GUID, "{id}");
}

test("the page of permissions names what the reading of Graph takes, and no more", () => {
  const named = READING_RIGHTS.filter(({ api }) => api.startsWith("Microsoft Graph")).map(
    ({ right }) => right,
  );
  expect([...new Set(SOURCES.map(({ permission }) => permission))].sort()).toEqual(named);
  expect(named.filter((right) => !/\.Read\./.test(right))).toEqual([]);
});

test("Graph's own table permits each call with it", () => {
  const refused = SOURCES.map(({ path, permission }) => [callOf(path), permission] as const).filter(
    ([call, permission]) => !NOT_IN_GRAPHS_TABLE.includes(call) && !GRAPHS[call]?.includes(permission),
  );
  expect(refused).toEqual([]);
});
