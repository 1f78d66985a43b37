import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notSharedBecause } from "../../../rollout/shared-providers/not-shared";
import { temporaryFolder } from "../../support/temp";

const OVERRIDES =
  'provider_installation {\n  dev_overrides {\n    "hashicorp/azuread" = "/src/azuread"\n  }\n}\n';

function because(env: NodeJS.ProcessEnv, files: Readonly<Record<string, string>> = {}, platform = "linux") {
  const home = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, ".."), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  return notSharedBecause({ HOME: home, ...env }, home, platform)?.replace(`${home}/`, "");
}

test("by default providers may be shared, where that is tried", () => {
  expect(because({})).toBeUndefined();
  expect(because({}, {}, "darwin")).toBeUndefined();
  expect(because({}, {}, "win32")).toBe("that is not tried on win32");
});

test.each([
  ["TF_REATTACH_PROVIDERS", "{}", "TF_REATTACH_PROVIDERS names providers that run already"],
  ["TF_LOG", "trace", "TF_LOG asks for what providers log"],
  ["TF_LOG_PROVIDER", "debug", "TF_LOG_PROVIDER asks for what providers log"],
  ["TF_LOG_PROVIDER_AZUREAD", "debug", "TF_LOG_PROVIDER_AZUREAD asks for what providers log"],
  ["TF_LOG_SDK_PROTO_DATA_DIR", "/tmp", "TF_LOG_SDK_PROTO_DATA_DIR asks for what providers log"],
])("%s of the user has the say", (name, value, reason) => {
  expect(because({ [name]: value })).toBe(reason);
  expect(because({ [name]: "" })).toBeUndefined();
});

test("TF_LOG_CORE and TF_LOG_PATH say nothing of providers", () => {
  expect(because({ TF_LOG_CORE: "trace", TF_LOG_PATH: "/tmp/log" })).toBeUndefined();
});

test.each([".terraformrc", ".tofurc", ".terraform.d/own.tfrc", ".config/opentofu/tofurc"])(
  "dev_overrides in ~/%s",
  (file) => {
    expect(because({}, { [file]: OVERRIDES })).toBe(`${file} has dev_overrides`);
  },
);

test("a file that the environment names stands for those at home", () => {
  const files = { ".terraformrc": OVERRIDES, "own.rc": "" };
  expect(because({ TF_CLI_CONFIG_FILE: "own.rc" }, files)).toBeUndefined();
  expect(because({ TF_CLI_CONFIG_FILE: "own.rc" }, { "own.rc": OVERRIDES })).toBe("own.rc has dev_overrides");
});
