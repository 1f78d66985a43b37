import { join } from "node:path";
import type { StateBackend } from "../../../lib/estate/model";
import { findRemoved, type RemovedSearch } from "../../../rollout/removed/find-removed";
import { folderWith } from "../../cli/command";

const LOCAL: StateBackend = { type: "local", path: "state/{stack}.tfstate" };
const S3: StateBackend = {
  type: "s3",
  bucket: "contoso-tf",
  key: "mail/{stack}.tfstate",
  region: "eu-west-1",
  useLockfile: true,
  encrypt: true,
};
const UNLISTED =
  "which states there are at s3 Terraform cannot list: of stacks that left the estate only those are known that the output folder or an earlier estate (--base) had";

const RECORD = {
  mode: "managed",
  type: "cloudflare_dns_record",
  name: "Spf",
  provider: 'provider["registry.terraform.io/cloudflare/cloudflare"]',
  instances: [{ attributes: { name: "contoso.net" } }],
};
const SPF = {
  address: "cloudflare_dns_record.Spf",
  type: "cloudflare_dns_record",
  provider: "registry.terraform.io/cloudflare/cloudflare",
  label: "contoso.net",
};
const stateOf = (...resources: readonly object[]) => JSON.stringify({ version: 4, resources });

/** A run that did one thing to one stack. */
function run(command: string, stack: string, status: string, more: object = {}): string {
  return JSON.stringify({
    version: 1,
    command,
    estate: "0",
    terraform: { product: "terraform", version: "1.11.4" },
    startedAt: "2026-11-28T00:00:00Z",
    resumedAt: [],
    parallel: 1,
    stacks: { [stack]: { status, config: "0", after: [], seconds: {}, ...more } },
  });
}

function search(files: Readonly<Record<string, string>>, more: Partial<RemovedSearch> = {}) {
  const project = folderWith(files);
  return findRemoved({
    out: join(project, "cdktf.out"),
    state: LOCAL,
    isCurrent: (stack) => stack === "contoso.com",
    kept: new Map(),
    ...more,
  });
}

const kept = (backend: object) => new Map([["contoso.net", { terraform: { backend } }]]);

describe("by a local state", () => {
  test("a stack of the estate is none, and one whose state holds nothing, as after a move, is none", () => {
    expect(
      search(
        { "state/contoso.com.tfstate": stateOf(RECORD), "state/contoso.net.tfstate": stateOf() },
        { kept: kept({ local: { path: "../../../state/contoso.net.tfstate" } }) },
      ),
    ).toEqual({ stacks: [], ended: ["contoso.net"], unknown: [] });
  });

  test("a stack of a run that is resumed is told also where its state holds nothing any more", () => {
    expect(
      search({ "state/contoso.net.tfstate": stateOf() }, { begun: ["contoso.com", "contoso.net"] }),
    ).toMatchObject({ stacks: [{ name: "contoso.net", resources: [] }], ended: ["contoso.net"] });
  });

  test("what the configuration that is kept says of the backend counts, also when the estate has moved on", () => {
    const configuration = { terraform: { backend: { local: { path: "../../../old/contoso.net" } } } };
    expect(
      search(
        { "old/contoso.net": stateOf(RECORD) },
        { kept: new Map([["contoso.net", configuration]]), state: S3 },
      ),
    ).toEqual({
      stacks: [
        {
          name: "contoso.net",
          knownBy: "configuration",
          configuration,
          state: "old/contoso.net",
          resources: [SPF],
        },
      ],
      ended: [],
      unknown: [UNLISTED],
    });
  });

  test("the path that takes the place of every backend counts for all, whatever their configurations say", () => {
    expect(
      search(
        { "sandbox/contoso.net": stateOf(RECORD), "sandbox/contoso.org": stateOf() },
        { state: S3, kept: kept({ s3: { bucket: "contoso-tf" } }), instead: "sandbox/{stack}" },
      ),
    ).toEqual({
      stacks: [
        {
          name: "contoso.net",
          knownBy: "configuration",
          configuration: { terraform: { backend: { s3: { bucket: "contoso-tf" } } } },
          state: "sandbox/contoso.net",
          resources: [SPF],
        },
      ],
      ended: ["contoso.org"],
      unknown: [],
    });
  });

  test("a stack without a state was never deployed, and a state that is no file is told with the reason", () => {
    const path = "../../../state/contoso.net.tfstate";
    const configured = kept({ local: { path } });
    expect(search({}, { kept: configured }).stacks).toEqual([]);
    expect(search({ "state/contoso.net.tfstate/x": "" }, { kept: configured }).stacks).toMatchObject([
      { name: "contoso.net", problem: expect.stringMatching(/^EISDIR: /) },
    ]);
  });

  test("a state alone is told, and so is one that cannot be read", () => {
    expect(
      search({
        "state/contoso.net.tfstate": stateOf(RECORD),
        "state/contoso.org.tfstate": '{"version":3}',
      }).stacks,
    ).toEqual([
      { name: "contoso.net", knownBy: "state", state: "state/contoso.net.tfstate", resources: [SPF] },
      {
        name: "contoso.org",
        knownBy: "state",
        state: "state/contoso.org.tfstate",
        problem: "it is no state of a version that is known",
      },
    ]);
  });
});

describe("at a backend that nobody can list", () => {
  const runs = (...texts: readonly string[]) =>
    Object.fromEntries(
      texts.map((text, index) => [`cdktf.out/runs/2026112${index}T000000Z-x/run.json`, text]),
    );
  const known = [{ name: "contoso.net", knownBy: "run", state: "s3" }];

  test.each<[string, readonly string[], typeof known]>([
    ["what a deploy applied", [run("deploy", "contoso.net", "applied")], known],
    ["what a deploy began to apply", [run("deploy", "contoso.net", "running", { phase: "apply" })], known],
    [
      "an apply that failed half-way",
      [run("deploy", "contoso.net", "failed", { failure: { phase: "apply", errors: [] } })],
      known,
    ],
    ["a plan that found all of it there", [run("plan", "contoso.net", "unchanged")], known],
    ["not what was never applied", [run("deploy", "contoso.net", "planned")], []],
    [
      "not what a later run destroyed",
      [run("deploy", "contoso.net", "applied"), run("destroy", "contoso.net", "applied")],
      [],
    ],
    [
      "what was deployed again after that",
      [
        run("deploy", "contoso.net", "applied"),
        run("destroy", "contoso.net", "applied"),
        run("deploy", "contoso.net", "applied"),
      ],
      known,
    ],
    [
      "what a destroy did not get through",
      [run("deploy", "contoso.net", "applied"), run("destroy", "contoso.net", "failed")],
      known,
    ],
    ["no name that would lead out of the folder", [run("deploy", "../contoso.net", "applied")], []],
  ])("%s is known by the runs", (_, texts, stacks) => {
    expect(search(runs(...texts), { state: S3 })).toEqual({ stacks, ended: [], unknown: [UNLISTED] });
  });

  test("a record that cannot be read is told: what that run deployed is not known", () => {
    expect(search(runs("{"), { state: S3 }).unknown).toEqual([
      UNLISTED,
      "the record of run 20261120T000000Z-x cannot be read: what it deployed is not known",
    ]);
  });

  test("what somebody names is looked for, whatever is known of it", () => {
    expect(search({}, { state: S3, named: ["contoso.net"] }).stacks).toEqual(known);
  });

  test("what the last run destroyed is not told though its configuration is kept, unless somebody names it", () => {
    const files = runs(run("deploy", "contoso.net", "applied"), run("destroy", "contoso.net", "applied"));
    const configured = kept({ s3: { bucket: "contoso-tf" } });
    const more = { state: S3, kept: configured };
    expect(search(files, more).stacks).toEqual([]);
    expect(search(files, { ...more, named: ["contoso.net"] }).stacks).toEqual([
      {
        name: "contoso.net",
        knownBy: "configuration",
        configuration: configured.get("contoso.net"),
        state: "s3",
      },
    ]);
  });

  test("an earlier estate knows its stacks, with the backend that they had", () => {
    const base = kept({ gcs: { bucket: "contoso-tf" } });
    expect(search({}, { state: S3, base }).stacks).toEqual([
      { name: "contoso.net", knownBy: "base", configuration: base.get("contoso.net"), state: "gcs" },
    ]);
    const cloud = new Map([["contoso.net", { terraform: { cloud: { organization: "contoso" } } }]]);
    expect(search({}, { state: S3, base: cloud }).stacks).toMatchObject([{ state: "cloud" }]);
  });
});
