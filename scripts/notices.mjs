// The notices of what the bundled programs hold of others: their licences ask for them wherever a copy goes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bundle.mjs";

/** What is no package and is bundled all the same: its interface, as Terraform prints it. */
const SCHEMAS = {
  "sandbox/providers/schemas/azuread-3.7.0.json":
    "The schema of the Terraform provider hashicorp/azuread 3.7.0, Mozilla Public License 2.0,\nhttps://github.com/hashicorp/terraform-provider-azuread",
  "sandbox/providers/schemas/cloudflare-5.14.0.json":
    "The schema of the Terraform provider cloudflare/cloudflare 5.14.0, Apache License 2.0,\nhttps://github.com/cloudflare/terraform-provider-cloudflare",
};

const RULE = "=".repeat(80);

/**
 * One notice for each package: its name, version, licence and the words of the licence.
 * @param {readonly string[]} inputs the files that went into the programs, from the project's root
 * @returns {string} the same text for the same packages, in whatever order their files come
 * @throws Error if a package comes without the words of its licence
 */
export function notices(inputs) {
  const parts = [
    "The programs of this package in dist/provider and dist/sandbox hold the packages named here, under their own terms.",
    ...packagesOf(inputs).map(noticeOf),
    ...schemasOf(inputs),
  ];
  return `${parts.join(`\n\n${RULE}\n\n`)}\n`;
}

function packagesOf(inputs) {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
  return [...new Set(inputs.flatMap((path) => folder.exec(path) ?? []))].sort();
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const files = readdirSync(join(root, folder))
    .filter((file) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(file))
    .sort();
  if (files.length === 0)
    throw new Error(`${folder}: expected a file with the words of its licence, ${license}`);
  const words = files.map((file) =>
    readFileSync(join(root, folder, file), "utf8")
      .replace(/\r\n/g, "\n")
      .trim(),
  );
  return [`${name} ${version} (${license})`, ...words].join("\n\n");
}

function schemasOf(inputs) {
  const folder = /^sandbox\/providers\/schemas\//;
  return [...new Set(inputs.filter((path) => folder.test(path)))].sort().map((path) => {
    const notice = SCHEMAS[path];
    if (notice === undefined) throw new Error(`${path}: expected a notice in scripts/notices.mjs`);
    return notice;
  });
}
