import { extraRecords } from "../../../../lib/domain/parts/extra";
import type { ExtraRecordOptions } from "../../../../lib/options";
import { faultsOf } from "../../posture/declared";

const NAPTR = { name: "sip", type: "NAPTR", order: 1, preference: 1 } as const;
const HTTPS = { name: "www", type: "HTTPS", priority: 1, target: "." } as const;
const DS = {
  name: "sub",
  type: "DS",
  keyTag: 1,
  algorithm: 13,
  digestType: 2,
  digest: "ab".repeat(32),
} as const;
const SMIMEA = {
  name: "a._smimecert",
  type: "SMIMEA",
  usage: 3,
  selector: 0,
  matchingType: 0,
  certificate: "30",
} as const;
const SSHFP = { type: "SSHFP", algorithm: 4, fingerprintType: 2, fingerprint: "ab".repeat(32) } as const;
const SRV = {
  name: "_sip._tls",
  type: "SRV",
  priority: 1,
  weight: 1,
  port: 443,
  target: "sip.contoso.com",
} as const;

test.each<[string, ExtraRecordOptions, readonly string[]]>([
  [
    "a service at a name without underscores",
    { ...SRV, name: "sip" },
    ["x.name: a name that no client asks for this type at"],
  ],
  [
    "a port beyond all",
    { ...SRV, port: 65_536, weight: -1 },
    ["x.weight: number out of range", "x.port: number out of range"],
  ],
  ["a service at an address", { ...SRV, target: "192.0.2.1" }, ["x.target: an address where a name belongs"]],
  [
    "a service at one label",
    { ...SRV, target: "sip" },
    ["x.target: a name of one label, which nothing in the DNS of organisations has"],
  ],
  [
    "parameters of an alias",
    { ...HTTPS, priority: 0, value: "alpn=h2" },
    ["x.value: parameters of an alias, which clients ignore"],
  ],
  [
    "a parameter that is none",
    { ...HTTPS, value: "alpm=h2" },
    ["x.value: not a parameter of a service binding"],
  ],
  [
    "a registered parameter by its number",
    { ...HTTPS, value: "key1=h2" },
    ["x.value: not a parameter of a service binding"],
  ],
  ["a parameter twice", { ...HTTPS, value: "port=1 port=2" }, ["x.value: a parameter twice"]],
  [
    "values that are none",
    { ...HTTPS, value: "port=65536 ipv4hint=::1 alpn=h2,,h3" },
    ["x.value: not a value of alpn", "x.value: not a value of port", "x.value: not a value of ipv4hint"],
  ],
  [
    "a mandatory parameter that is not there",
    { ...HTTPS, value: "mandatory=port" },
    ["x.value: mandatory names a parameter that is not there"],
  ],
  [
    "no default without another",
    { ...HTTPS, value: "no-default-alpn" },
    ["x.value: no-default-alpn without alpn (RFC 9460 §7.1.1)"],
  ],
  [
    "escapes and broken quotes",
    { ...HTTPS, value: 'alpn="h2' },
    ["x.value: not parameters of a service binding"],
  ],
  ["a rule that leads nowhere", NAPTR, ["x.replacement: a rule that leads nowhere"]],
  [
    "a rule that does both",
    { ...NAPTR, regex: "!a!b!", replacement: "a.contoso.com" },
    ["x.replacement: a rule that substitutes and replaces"],
  ],
  ["flags that are none", { ...NAPTR, flags: "!", replacement: "a.contoso.com" }, ["x.flags: not flags"]],
  ["a regex beyond ASCII", { ...NAPTR, regex: "!é!" }, ["x.regex: not a character-string"]],
  [
    "a fingerprint of another kind",
    { ...SSHFP, fingerprintType: 1 },
    ["x.fingerprint: not as long as a digest of this kind is"],
  ],
  ["a key of no kind", { ...SSHFP, algorithm: 5 }, ["x.algorithm: a number without a meaning"]],
  [
    "a certificate that is not hexadecimal",
    { ...SMIMEA, certificate: "MIIB" },
    ["x.certificate: not hexadecimal"],
  ],
  [
    "a certificate at the domain",
    { ...SMIMEA, name: "@" },
    ["x.name: a name that no client asks for this type at"],
  ],
  [
    "a key with its armour",
    { name: "a._openpgpkey", type: "OPENPGPKEY", key: "-----BEGIN PGP" },
    ["x.key: not base64"],
  ],
  [
    "base64 that is cut short",
    { name: "a._openpgpkey", type: "OPENPGPKEY", key: "mQENB" },
    ["x.key: not base64"],
  ],
  [
    "a key at the domain",
    { type: "OPENPGPKEY", key: "mQEN" },
    ["x.name: a name that no client asks for this type at"],
  ],
  [
    "a DS at the domain",
    { ...DS, name: "@" },
    ["x.name: a DS at the domain itself, which stands in the zone above"],
  ],
  [
    "a digest that is too short",
    { ...DS, digest: "ab" },
    ["x.digest: not as long as a digest of this kind is"],
  ],
  ["a digest of no kind", { ...DS, digestType: 3 }, ["x.digestType: a number without a meaning"]],
  [
    "a key of another protocol",
    { type: "DNSKEY", flags: 1, protocol: 4, algorithm: 13, publicKey: "mQEN" },
    ["x.flags: a number without a meaning", "x.protocol: a number without a meaning"],
  ],
  [
    "what is no URI",
    { name: "_http._tcp", type: "URI", priority: 1, weight: 1, target: "contoso.com" },
    ["x.target: not a URI"],
  ],
])("%s is refused", (_, record, messages) => {
  const faults = faultsOf(extraRecords({ domain: "contoso.com", records: { x: record } }));
  expect(faults.map((fault) => fault.split(/, got|; expected/)[0])).toEqual(messages);
});
