import type { Json } from "../../../../sandbox/http/answer";
import { type Api, startApi } from "../api";

/*
 * Records with `data`, as the provider's cloudflare_dns_record sends them. What an answer's data has and the
 * configuration has not would be a change in every plan, so they have to be the same.
 */

let api: Api;

beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const SENT: readonly (readonly [type: string, sent: Json, content: string])[] = [
  ["CAA", { data: { flags: 0, tag: "issue", value: "letsencrypt.org" } }, '0 issue "letsencrypt.org"'],
  ["TLSA", { data: { usage: 3, selector: 1, matching_type: 1, certificate: "abcd" } }, "3 1 1 abcd"],
  ["SMIMEA", { data: { usage: 3, selector: 0, matching_type: 0, certificate: "308203" } }, "3 0 0 308203"],
  ["SSHFP", { data: { algorithm: 4, type: 2, fingerprint: "0badcafe" } }, "4 2 0badcafe"],
  [
    "DS",
    { data: { key_tag: 2371, algorithm: 13, digest_type: 2, digest: "32996839" } },
    "2371 13 2 32996839",
  ],
  [
    "DNSKEY",
    { data: { flags: 257, protocol: 3, algorithm: 13, public_key: "mdsswUyr" } },
    "257 3 13 mdsswUyr",
  ],
  ["CERT", { data: { type: 9, key_tag: 1, algorithm: 1, certificate: "MIIB" } }, "9 1 1 MIIB"],
  [
    "SRV",
    { priority: 100, data: { priority: 100, weight: 1, port: 443, target: "sipdir.online.lync.com" } },
    "1 443 sipdir.online.lync.com",
  ],
  ["URI", { data: { priority: 10, weight: 1, target: "https://contoso.com" } }, '1 "https://contoso.com"'],
  ["URI", { priority: 10, data: { weight: 1, target: "https://contoso.com" } }, '1 "https://contoso.com"'],
  [
    "NAPTR",
    {
      data: {
        order: 100,
        preference: 10,
        flags: "S",
        service: "SIP+D2U",
        regex: "",
        replacement: "sip.contoso.com",
      },
    },
    '100 10 "S" "SIP+D2U" "" sip.contoso.com',
  ],
  ["HTTPS", { data: { priority: 1, target: ".", value: 'alpn="h3,h2"' } }, '1 . alpn="h3,h2"'],
  ["SVCB", { data: { priority: 0, target: "dns.contoso.com" } }, "0 dns.contoso.com"],
  [
    "LOC",
    {
      data: {
        lat_degrees: 37,
        lat_minutes: 46,
        lat_seconds: 46,
        lat_direction: "N",
        long_degrees: 122,
        long_minutes: 23,
        long_seconds: 35.5,
        long_direction: "W",
        altitude: 0,
        size: 100,
        precision_horz: 0,
        precision_vert: 0,
      },
    },
    "37 46 46.000 N 122 23 35.500 W 0.00m 100.00m 0.00m 0.00m",
  ],
];

test.each(SENT)("%s comes back with the data that was sent", async (type, sent, content) => {
  const body = { type, name: "host.contoso.com", ttl: 3600, proxied: false, ...sent };
  const path = `zones/${api.zone.id}/dns_records`;
  const { id } = await api.result("POST", path, body);
  const read = await api.result("GET", `${path}/${id}`);
  expect(read).toMatchObject({ ...body, content });
  expect(read.data).toEqual(sent.data);
  // An update of the provider says the same again, with what it had computed.
  const put = await api.result("PUT", `${path}/${id}`, { ...body, tags: [], settings: {}, ttl: 60 });
  expect(put).toMatchObject({ ...sent, id, content, ttl: 60 });
});

test("data and content are two ways to write the same LOC record", async () => {
  const content = "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000.00m 10.00m";
  const record = await api.result("POST", `zones/${api.zone.id}/dns_records`, {
    type: "LOC",
    name: "host.contoso.com",
    content,
  });
  expect(record).toMatchObject({ content, data: { lat_seconds: 23, altitude: -2, precision_horz: 10_000 } });
});

test("flags may be given as digits: the provider takes any type for them", async () => {
  const data = { flags: "128", tag: "issue", value: ";" };
  const record = await api.result("POST", `zones/${api.zone.id}/dns_records`, {
    type: "CAA",
    name: "contoso.com",
    data,
  });
  expect(record).toMatchObject({ content: '128 issue ";"', data: { flags: 128 } });
});

test("an SRV record without a priority in its data is refused, whatever stands beside them", async () => {
  const data = { weight: 1, port: 443, target: "sipdir.online.lync.com" };
  const { errors } = await api.records("POST", "", {
    type: "SRV",
    name: "_sip._tls.contoso.com",
    priority: 100,
    data,
  });
  expect(errors).toMatchObject([{ error_chain: [{ code: 9102 }] }]);
});
