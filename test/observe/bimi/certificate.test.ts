import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";
import { markCertificate } from "../../../observe/bimi/certificate";
import { judgedBy } from "../../support/judges";
import { temporaryFolder } from "../../support/temp";

const { test } = judgedBy("openssl");

const folder = temporaryFolder();
const name = (text: string): DnsName => unwrap(text, parseName(text, "owner"));
const NAMES = [name("contoso.com"), name("default._bimi.contoso.com")];
const LOGO = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
/** When the certificates have been made. */
const later = (days = 0) => new Date(Date.now() + 2000 + days * 24 * 60 * 60 * 1000);

function openssl(...args: readonly string[]): void {
  execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
}

/** Makes a certificate with a key on P-256. */
function certificate(of: string, extensions: readonly string[], issuer?: string): Buffer {
  writeFileSync(
    join(folder, `${of}.cnf`),
    `[req]\ndistinguished_name=n\nprompt=no\nx509_extensions=e\n[n]\nCN=${of}\n[e]\n${extensions.join("\n")}\n`,
  );
  openssl(
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"],
    ...["-config", `${of}.cnf`, "-keyout", `${of}.key`, "-out", `${of}.pem`],
    ...(issuer ? ["-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`] : []),
  );
  return readFileSync(join(folder, `${of}.pem`));
}

const mark = (san: string, logo = LOGO) => [
  `subjectAltName=DNS:${san}`,
  "extendedKeyUsage=1.3.6.1.5.5.7.3.31",
  `1.3.6.1.5.5.7.1.12=ASN1:IA5STRING:data:image/svg+xml;base64,${gzipSync(logo).toString("base64")}`,
];

test("a chain as authorities make it, and each of its faults", () => {
  const root = certificate("root", ["basicConstraints=critical,CA:TRUE"]);
  const good = certificate("good", mark("default._bimi.contoso.com"), "root");
  const looked = (file: Buffer, now = later()) => markCertificate(file, NAMES, LOGO, now);
  const chain = Buffer.concat([good, root]);
  expect(looked(chain)).toEqual({ faults: [], days: 29 });
  expect(looked(Buffer.concat([certificate("above", mark("contoso.com"), "root"), root])).faults).toEqual([]);
  expect(looked(Buffer.concat([root, good])).faults).toEqual([
    "its chain is not in order: each certificate has to be signed by the next",
    "it is not one for brand indicators",
    "it is for nobody, not for contoso.com",
    "it holds no logo",
  ]);
  expect(looked(good).faults).toEqual(["its issuer's certificate is not in the file"]);
  expect(looked(chain, later(31))).toEqual({
    faults: ["it has expired", "certificate 2 of its chain has expired"],
    days: -2,
  });
  expect(looked(chain, later(-2)).faults).toEqual([
    "it is not valid yet",
    "certificate 2 of its chain is not valid yet",
  ]);
  const others = certificate("others", mark("fabrikam.com", Buffer.from("<svg/>")), "root");
  expect(looked(Buffer.concat([others, root])).faults).toEqual([
    "it is for fabrikam.com, not for contoso.com",
    "the logo in it is not the one that is published",
  ]);
  expect(markCertificate(chain, NAMES, undefined, later()).faults).toEqual([]);
});

test("what is no chain of certificates", () => {
  const looked = (text: string) => markCertificate(Buffer.from(text), NAMES, undefined, later());
  const block = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  expect(looked("<html>")).toEqual({ faults: ["it holds no certificate in PEM"] });
  expect(looked(block)).toEqual({ faults: ["a certificate in it cannot be read"] });
  expect(looked(block.repeat(11))).toEqual({ faults: ["it holds 11 certificates"] });
});
