import type { StateBackend } from "../../../../lib/estate/model";
import { readEstate } from "../../../../lib/estate/read";
import { reportSharedState, stateOf } from "../../../../lib/estate/resolve/state";
import { formatFault } from "../../../../lib/fault";

/** What is wrong with the estate's state. */
function faultsOf(state: object): readonly string[] {
  const estate = readEstate({
    version: 1,
    state: state as never,
    domains: { "contoso.com": { profile: "parked", zone: { cloudflare: {} } } },
  });
  return estate.ok ? [] : estate.faults.map(formatFault);
}

const s3 = (key: string) => ({ s3: { bucket: "b", region: "eu-central-1", key } });
const azurerm = (key: string) => ({ azurerm: { storageAccountName: "a", containerName: "c", key } });
const gcs = (prefix: string) => ({ gcs: { bucket: "b", prefix } });
const local = (path: string) => ({ local: { path } });

test.each([
  local("state/{stack}.tfstate"),
  local("../states/{stack}.tfstate"),
  local("./../../states/{stack}/terraform.tfstate"),
  local("/var/lib/tf/{stack}.tfstate"),
  local("states//{stack}..d/a"),
  local("..states/{stack}"),
  s3("mail/{stack}.tfstate"),
  s3("mail/{stack}/{stack}"),
  azurerm("{stack}.tfstate"),
  gcs("mail/{stack}"),
  { cloud: { organization: "contoso", workspace: "mail-{stack}" } },
])("each stack has a state of its own in %j", (state) => {
  expect(faultsOf(state)).toEqual([]);
});

test.each([
  local("state/x.tfstate"),
  local("{stack}/../x"),
  local("{stack}/.."),
  local("a/{stack}/../../x"),
  local("../{stack}/../x"),
  local("/var/../{stack}"),
  local("/../{stack}"),
  local("a/../{stack}"),
  local("{stack}\\..\\x"),
  local("{stack}/./x"),
  local("{stack}\0"),
  local("{stack}\n"),
  local("{Stack}"),
  local("$" + "{stack}{x}"),
  ...[s3, azurerm, gcs].flatMap((backend) =>
    [
      "x",
      "{stack}/../x",
      "../{stack}",
      "./{stack}",
      "a/./{stack}",
      "{stack}/..",
      "{stack}\\..\\x",
      "{stack}\u007f",
    ].map((key): object => backend(key)),
  ),
  { cloud: { organization: "contoso", workspace: "mail" } },
])("two stacks could have one state in %j", (state) => {
  expect(faultsOf(state)).toEqual([expect.stringContaining("text that holds {stack}")]);
});

/** What is told of stacks of one state. */
function shared(state: StateBackend, stacks: readonly string[]): readonly string[] {
  const faults: string[] = [];
  reportSharedState(state, stacks, (fault) => faults.push(formatFault(fault)));
  return faults;
}

test.each<[string, StateBackend, readonly string[]]>([
  ["no name", { type: "local", path: "x" }, ["a.com", "b.com"]],
  ["a way back", { type: "local", path: "{stack}/../x" }, ["a.com", "b.com"]],
  ["names that differ in case alone", { type: "local", path: "s/{stack}" }, ["a.com", "A.com"]],
  ["names that differ by dots at their end", { type: "local", path: "s/{stack}" }, ["a.com", "a.com."]],
  ["names that differ by slashes", { type: "gcs", bucket: "b", prefix: "s/{stack}" }, ["a/com", "a//./com"]],
  ["dots of workspaces", { type: "cloud", organization: "o", workspace: "{stack}" }, ["a.com", "a_com"]],
])("stacks that come to one state are told: %s", (_, state, stacks) => {
  const [first, second] = stacks;
  expect(shared(state, stacks)).toEqual([
    expect.stringContaining(`the stacks ${first} and ${second} would share a state`),
  ]);
});

test("the stacks of an estate do not", () => {
  const state: StateBackend = { type: "local", path: "state/{stack}.tfstate" };
  expect(shared(state, ["a-b.com", "a.b.com", "a--b.com", "tenant-a"])).toEqual([]);
  expect(stateOf(state, "a.b.com")).toEqual({ type: "local", path: "state/a.b.com.tfstate" });
});
