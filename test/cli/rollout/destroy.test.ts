import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { conduct } from "../../../cli/rollout/conduct";
import { endingStack } from "../../../cli/rollout/end-stacks";
import { configurationIn } from "../../../stacks/kept-configurations";
import { record, stateOf, writeStack } from "../../rollout/support/stacks";
import { temporaryFolder } from "../../support/temp";
import { folderWith, mailHygiene } from "../command";
import { conducted, OPTIONS } from "./conducted";

const PARKED = `version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} } }
`;

describe("with what is protected let go of", () => {
  test("the rest of the stack is destroyed, the state is empty, and the folder is as it was", async () => {
    const project = temporaryFolder();
    const out = join(project, "cdktf.out");
    const stack = writeStack(project, "contoso.com", {
      Spf: record("v=spf1 -all"),
      Zone: record("contoso.com", { lifecycle: { prevent_destroy: true } }),
    });
    await conducted(project, "deploy", [stack]);
    const file = join(stack.folder, "cdk.tf.json");
    const before = readFileSync(file, "utf8");
    const { ending, close } = endingStack(stack, configurationIn(out, stack.name) ?? {}, "protected", "");
    let printed = "";
    const code = await conduct(
      {
        command: "destroy",
        estate: "estate.yaml",
        stacks: [stack],
        out,
        options: { ...OPTIONS, keepProtected: true },
        version: "0.1.0",
        endings: new Map([[stack.name, ending]]),
      },
      {
        out: (text) => {
          printed += text;
        },
        err: () => undefined,
        folder: project,
      },
    ).finally(close);
    expect([code, printed]).toEqual([
      0,
      `STACK        ADD  CHANGE  REPLACE  DESTROY  IMPORT  FORGET
contoso.com  -    -       -        1        -       1
1 stack of 1: 1 to destroy, 1 to forget
1 stack: 1 applied
`,
    ]);
    expect(stateOf(project, "contoso.com")).toEqual({});
    expect(readFileSync(file, "utf8")).toBe(before);
    const again = await conducted(project, "destroy", [stack]);
    expect([again.code, again.out]).toEqual([0, "1 stack: 1 unchanged\n"]);
  }, 60_000);
});

describe("--orphans, before Terraform runs", () => {
  test.each<[string, readonly string[], string]>([
    ["--base without it", ["--base", "estate.yaml"], "--base goes with --orphans"],
    ["--forget without it", ["--forget"], "--forget goes with --orphans"],
    ["--allow without it", ["--allow", "mx-removed"], "--allow goes with --orphans"],
    ["a limit that there is not", ["--orphans", "--allow", "mx"], "--allow: no such limit"],
    [
      "a domain that is in the estate",
      ["--orphans", "-d", "contoso.com"],
      "--orphans --domain contoso.com: it is in the estate; destroy it without --orphans",
    ],
    [
      "a domain that nobody knows",
      ["--orphans", "-d", "*.net"],
      "--domain *.net matches no stack that has left the estate",
    ],
  ])("%s is misuse", async (_, args, message) => {
    const folder = folderWith({ "estate.yaml": PARKED });
    const { code, err } = await mailHygiene(folder, "destroy", "estate.yaml", "--yes", ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(join(folder, "cdktf.out", "runs"))).toBe(false);
  });

  test("a tenant of which nothing is known but its state is refused, and told what it takes", async () => {
    const group = {
      mode: "managed",
      type: "azuread_group",
      name: "BreakGlass",
      provider: 'provider["registry.terraform.io/hashicorp/azuread"]',
      instances: [{ attributes: { display_name: "sg-break-glass" } }],
    };
    const folder = folderWith({
      "estate.yaml": PARKED,
      "state/tenant-fabrikam.tfstate": JSON.stringify({ version: 4, resources: [group] }),
      "state/contoso.net.tfstate": "torn",
    });
    const args = ["destroy", "estate.yaml", "--orphans", "--yes"] as const;
    const named = await mailHygiene(folder, ...args, "-d", "tenant-fabrikam", "-d", "contoso.net");
    expect([named.code, named.err]).toEqual([
      1,
      "tenant-fabrikam: how its providers were configured is not known; give the estate that had the stack: --base <estate file of then>\n" +
        "contoso.net: its state state/contoso.net.tfstate cannot be read: it is no state of a version that is known\n",
    ]);
  });

  test("of a backend that cannot be listed that is said, and nothing is taken for nothing left", async () => {
    const folder = folderWith({
      "estate.yaml": `${PARKED}state: { s3: { bucket: contoso-tf, key: "mail/{stack}.tfstate", region: eu-west-1 } }\n`,
    });
    const { code, err } = await mailHygiene(folder, "destroy", "estate.yaml", "--orphans", "--yes");
    expect(code).toBe(0);
    expect(err).toContain("not known: which states there are at s3 Terraform cannot list");
  });
});
