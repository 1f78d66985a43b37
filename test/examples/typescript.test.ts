import { readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../support/temp";
import { type PublishedStack, readStacks } from "./published";

/** Runs the program as the cdktf CLI would, which names the output folder in the environment. */
function synthesizeProgram(out: string): readonly PublishedStack[] {
  process.env.CDKTF_OUTDIR = out;
  try {
    jest.isolateModules(() => require("../../examples/typescript/main"));
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  return readStacks(out);
}

test("the program in TypeScript declares the same mail in code", () => {
  const stacks = synthesizeProgram(temporaryFolder());
  const records = new Map(
    stacks.map(({ name, records }) => [
      name,
      records.map(({ name: owner, type, data }) => `${owner} ${type} ${data}`),
    ]),
  );
  expect([...records.keys()]).toEqual([
    "contoso.com",
    "tailspintoys.com",
    "treyresearch.net",
    "wingtiptoys.com",
  ]);
  expect(records.get("contoso.com")).toEqual(
    expect.arrayContaining([
      "contoso.com MX 0 ${var.mx_host}",
      "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all",
      "em4321.contoso.com CNAME u7654321.wl042.sendgrid.net",
      "treyresearch.net._report._dmarc.contoso.com TXT v=DMARC1;",
    ]),
  );
  expect(records.get("treyresearch.net")).toContain(
    "selector1._domainkey.treyresearch.net CNAME selector1-treyresearch-net._domainkey.contoso.g-v1.dkim.mail.microsoft",
  );
});

test("a variable of the program keeps the name that operators give a value to", () => {
  const out = temporaryFolder();
  synthesizeProgram(out);
  const stack = JSON.parse(readFileSync(join(out, "stacks", "contoso.com", "cdk.tf.json"), "utf8"));
  expect(Object.keys(stack.variable)).toEqual(["mx_host"]);
});
