import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Evidence } from "../../../lib/tenant-reading/evidence";
import { readEvidenceFolder, whyTaken, writeEvidenceFolder } from "../../../observe/tenant/evidence-folder";
import { temporaryFolder } from "../../support/temp";

const EVIDENCE: Evidence = {
  about: {
    format: 1,
    startedAt: "2026-11-28T16:00:00.000Z",
    endedAt: "2026-11-28T16:00:09.000Z",
    tenantId: "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e",
    clientId: "c0ffee00-1234-4cde-8f01-23456789abcd",
    cloud: "worldwide",
    sources: [{ file: "graph/domains.json", version: "v1.0", asked: "domains" }],
  },
  answers: {
    "graph/domains.json": { value: [{ id: "contoso.com" }] },
    "graph/policies/authorizationPolicy.json": { id: "authorizationPolicy" },
    "graph/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/delegatedPermissionClassifications.json":
      {
        value: [],
      },
    "exo/Get-RoleGroup.purview.json": { error: { code: "x", message: "no", status: 403 } },
    "dns/records.json": { "contoso.com": { TXT: ["v=spf1 -all"], MX: [] } },
  },
};

const told = (folder: string) => {
  const read = readEvidenceFolder(folder, "kept");
  return read.ok ? [] : read.faults.map(({ path = [], message }) => [...path, message].join(": "));
};

test("evidence is read as it was written, and is its owner's alone", () => {
  const folder = join(temporaryFolder(), "kept");
  expect(writeEvidenceFolder(folder, "kept", EVIDENCE)).toEqual({ ok: true, value: undefined });
  expect(readEvidenceFolder(folder, "kept")).toEqual({ ok: true, value: EVIDENCE });
  const mode = (...path: readonly string[]) => statSync(join(folder, ...path)).mode & 0o777;
  expect([mode(), mode("graph", "policies"), mode("graph", "domains.json"), mode("evidence.json")]).toEqual([
    0o700, 0o700, 0o600, 0o600,
  ]);
  expect(JSON.parse(readFileSync(join(folder, "dns/records.json"), "utf8"))).toEqual(
    EVIDENCE.answers["dns/records.json"],
  );
});

test("an empty folder is taken; one with files, or a file, stays as it is", () => {
  const home = temporaryFolder();
  const [empty, full, file] = ["empty", "full", "file"].map((name) => join(home, name));
  mkdirSync(empty ?? "");
  mkdirSync(full ?? "");
  writeFileSync(join(full ?? "", "mine"), "");
  writeFileSync(file ?? "", "");
  expect(writeEvidenceFolder(empty ?? "", "empty", EVIDENCE).ok).toBe(true);
  expect(whyTaken(full ?? "")).toBe("there is a folder already, with files in it");
  expect(writeEvidenceFolder(full ?? "", "full", EVIDENCE)).toMatchObject({
    faults: [{ message: "full: there is a folder already, with files in it" }],
  });
  expect(writeEvidenceFolder(file ?? "", "file", EVIDENCE)).toMatchObject({
    faults: [{ message: "file: there is something already that is no folder" }],
  });
  const odd = { ...EVIDENCE, answers: { "../out.json": {} } };
  expect(writeEvidenceFolder(join(home, "odd"), "odd", odd)).toMatchObject({
    faults: [{ message: 'odd: the evidence could not be written: "../out.json" is no file of evidence' }],
  });
  // Nothing half-made is left.
  expect(readdirSync(home).sort()).toEqual(["empty", "file", "full"]);
});

test("a folder that somebody laid out for us is told with all that is wrong in it", () => {
  const folder = join(temporaryFolder(), "kept");
  writeEvidenceFolder(folder, "kept", EVIDENCE);
  writeFileSync(
    join(folder, "evidence.json"),
    JSON.stringify({ ...EVIDENCE.about, format: 2, tenantId: "x", cloud: undefined, sources: [{ file: 1 }] }),
  );
  writeFileSync(join(folder, "graph/domains.json"), "{");
  writeFileSync(join(folder, "graph/policies/authorizationPolicy.json"), "[]");
  writeFileSync(
    join(folder, "dns/records.json"),
    JSON.stringify({ "contoso.com": 1, "fabrikam.com": { TXT: [1] } }),
  );
  writeFileSync(join(folder, "notes.txt"), "mine");
  writeFileSync(join(folder, "exo/Get-Deep.json"), `${'{"a":'.repeat(200)}1${"}".repeat(200)}`);
  symlinkSync("/etc/passwd", join(folder, "exo/Get-Passwd.json"));
  execFileSync("mkfifo", [join(folder, "exo/Get-Pipe.json")]);
  expect(told(folder)).toEqual([
    "kept: exo/Get-Passwd.json: neither a file nor a folder, or too deep",
    "kept: exo/Get-Pipe.json: neither a file nor a folder, or too deep",
    "kept: notes.txt: no file of evidence",
    "dns/records.json: contoso.com: not records by type",
    "dns/records.json: fabrikam.com: TXT: not a list of texts",
    "exo/Get-Deep.json: nested more than 100 deep",
    "graph/domains.json: not JSON",
    "graph/policies/authorizationPolicy.json: not an answer",
    "evidence.json: format: not what stands there",
    "evidence.json: tenantId: not what stands there",
    "evidence.json: cloud: missing",
    "evidence.json: sources: 0: file: not what stands there",
    "evidence.json: sources: 0: asked: missing",
  ]);
});

test("no folder, and one that is no evidence", () => {
  const home = temporaryFolder();
  expect(told(join(home, "none"))).toEqual(["kept: no such file or folder"]);
  expect(told(home)).toEqual(["evidence.json: there is no such file"]);
  writeFileSync(join(home, "evidence.json"), "{");
  expect(told(home)).toEqual(["evidence.json: not JSON"]);
  writeFileSync(join(home, "evidence.json"), '"x"');
  expect(told(home)).toEqual(["evidence.json: not what stands there"]);
});
