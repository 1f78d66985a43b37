import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../cli/main";
import { temporaryFolder } from "../support/temp";
import { terraform } from "../support/terraform";

const root = join(__dirname, "..", "..");

it("puts the provider where terraform init finds it, and says how to require it", async () => {
  execFileSync(process.execPath, [join(root, "scripts", "build-provider.mjs")]);
  const folder = temporaryFolder();
  let printed = "";
  const code = await run(["provider", "install"], {
    out: (text) => {
      printed += text;
    },
    err: () => undefined,
    folder,
  });
  expect(code).toBe(0);
  writeFileSync(join(folder, "main.tf"), printed);
  expect(terraform(folder, "init")).toContain("Terraform has been successfully initialized!");
  const schema = JSON.parse(terraform(folder, "providers", "schema", "-json"));
  const provider = schema.provider_schemas["registry.terraform.io/cdktf-mail-hygiene/m365"];
  expect(Object.keys(provider.resource_schemas)).toEqual([
    "m365_accepted_domain",
    "m365_dkim_signing",
    "m365_dkim_signing_config",
    "m365_dns_propagation",
    "m365_inbound_connector",
    "m365_outbound_connector",
  ]);
  expect(Object.keys(provider.data_source_schemas)).toEqual(["m365_domain", "m365_domain_service_records"]);
});

it("is one executable file, the same bytes at every build", () => {
  const folder = temporaryFolder();
  const [first, second] = ["a", "b"].map((name) => {
    const file = join(folder, name);
    execFileSync(process.execPath, [join(root, "scripts", "build-provider.mjs"), file]);
    expect(statSync(file).mode & 0o111).toBe(0o111);
    return readFileSync(file);
  });
  expect(first?.subarray(0, 20).toString()).toBe("#!/usr/bin/env node\n");
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
});

it("refuses two places at once", async () => {
  const console = { out: () => undefined, err: () => undefined, folder: temporaryFolder() };
  expect(await run(["provider", "install", "--user", "--dir", "."], console)).toBe(2);
});
