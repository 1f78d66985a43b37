import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedAtAzure } from "../hosts/azure/published";
import { temporaryFolder } from "../support/temp";
import { EXAMPLES_FOLDER, mailHygiene } from "./example";

const ESTATE = "azure/estate.yaml";

/** What the web team keeps beside SPF, in the same record set. */
const KEPT = "proseware.com TXT 3600 google-site-verification=Lm4d8gRYuo8nC1bWeMt4";

test("the azure example: each domain's stack publishes at Azure DNS what records lists, with the provider and state that the estate names", async () => {
  const out = temporaryFolder();
  await mailHygiene(EXAMPLES_FOLDER, "synth", ESTATE, "--out", out, "--no-cache");
  const listed: readonly Record<string, unknown>[] = JSON.parse(
    await mailHygiene(EXAMPLES_FOLDER, "records", ESTATE, "--format", "json"),
  );
  const stacks = readdirSync(join(out, "stacks")).sort();
  expect(stacks).toEqual(["proseware-ag.example", "proseware.com", "shop.proseware.com"]);
  for (const domain of stacks) {
    const json = JSON.parse(readFileSync(join(out, "stacks", domain, "cdk.tf.json"), "utf8"));
    const wanted = listed
      .filter((record) => record.domain === domain)
      .map(({ name, type, ttl, data }) => `${name} ${type} ${ttl} ${data}`);
    expect(
      publishedAtAzure(json)
        .map(({ name, type, ttl, data }) => `${name} ${type} ${ttl} ${data}`)
        .sort(),
    ).toEqual([...wanted, ...(domain === "proseware.com" ? [KEPT] : [])].sort());
    expect([json.provider, json.terraform.backend]).toEqual([
      {
        azurerm: [
          {
            features: [{}],
            resource_provider_registrations: "none",
            subscription_id: "33333333-3333-4333-8333-333333333333",
          },
        ],
      },
      {
        azurerm: {
          container_name: "mail",
          key: `${domain}.tfstate`,
          resource_group_name: "terraform",
          storage_account_name: "prosewarestate",
          use_azuread_auth: true,
        },
      },
    ]);
  }
});
