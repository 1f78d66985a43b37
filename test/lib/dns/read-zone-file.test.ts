import { parseName } from "../../../lib/dns/name";
import { readZoneFile } from "../../../lib/dns/read-zone-file";
import { recordData } from "../../../lib/dns/record";
import { formatZoneFile } from "../../../lib/dns/zone-file";
import { unwrap } from "../../../lib/fault";

const CONTOSO = unwrap("contoso.com", parseName("contoso.com"));

function rows(text: string, origin: typeof CONTOSO | undefined = CONTOSO) {
  const { records, unread, faults, origin: zone } = readZoneFile(text, origin);
  return {
    zone,
    records: records.map(
      ({ record, line }) => `${line} ${record.name} ${record.ttl} ${record.type} ${recordData(record)}`,
    ),
    unread: unread.map(({ name, type, data }) => `${name} ${type} ${data}`),
    faults: faults.map(({ line, message }) => `${line}: ${message}`),
  };
}

test("owners, TTLs and classes in either order, parentheses, comments and quoted semicolons", () => {
  const text = `$ORIGIN contoso.com.
$TTL 1h
@ IN SOA ns1.example.net. hostmaster.contoso.com. ( 1 ; serial
  7200 3600
  1209600 300 )
@ NS ns1.example.net.
        MX 0 contoso-com.mail.protection.outlook.com.
        300 IN TXT "v=spf1 include:spf.protection.outlook.com" " -all" ; two strings
_dmarc IN 600 TXT ( "v=DMARC1; p=none;"
  " rua=mailto:dmarc@contoso.com" )
$ORIGIN news
@ CNAME target
`;
  expect(rows(text)).toEqual({
    zone: "contoso.com",
    records: [
      "7 contoso.com 3600 MX 0 contoso-com.mail.protection.outlook.com",
      "8 contoso.com 300 TXT v=spf1 include:spf.protection.outlook.com -all",
      "9 _dmarc.contoso.com 600 TXT v=DMARC1; p=none; rua=mailto:dmarc@contoso.com",
      "12 news.contoso.com 3600 CNAME target.news.contoso.com",
    ],
    unread: [],
    faults: [],
  });
});

test("every fault with its line, and records that are not read with their data", () => {
  const text = `@ TXT "no TTL before it"
$TTL soon
$INCLUDE other.zone
$TTL 3600
@ HINFO INTEL-386 WIN32
@ A 192.0.2.256
bad..name A 192.0.2.1
@ TXT "open
( @ A 192.0.2.1
`;
  const { faults, unread, records } = rows(text);
  expect(records).toEqual([]);
  expect(unread).toEqual(["contoso.com HINFO INTEL-386 WIN32", "contoso.com A 192.0.2.256"]);
  expect(faults).toEqual([
    "1: a record without a TTL",
    "2: not a TTL",
    "3: $INCLUDE is not read",
    "7: a name that cannot be read",
    "8: a quote that is not closed on its line",
    "9: an opening parenthesis without a closing one",
  ]);
});

test("what is written as a zone file is read back", () => {
  const text = `$TTL 300
@ MX 0 .
_sip._tls SRV 1 2 443 sip.example.net.
@ CAA 0 iodef "mailto:a;b@contoso.com"
_25._tcp.mail TLSA 3 1 1 0c72ac70b745ac19998811b131d662c9ac69dbdbe7cb23e5b514b56664c5d3d6
x TXT "a\\"b\\\\c \\195\\169"
www HTTPS 1 . alpn="h2,h3"
`;
  const { records } = readZoneFile(text, CONTOSO);
  const again = readZoneFile(
    formatZoneFile(
      CONTOSO,
      records.map(({ record }) => record),
    ),
    undefined,
  );
  expect(again.faults).toEqual([]);
  expect(again.records.map(({ record }) => record)).toEqual(records.map(({ record }) => record));
  expect(records).toHaveLength(6);
});

test("without SOA and origin nothing says which zone it is, whatever $ORIGIN came last", () => {
  const text = "$ORIGIN contoso.com.\n$TTL 300\n@ MX 0 .\n$ORIGIN news.contoso.com.\n@ MX 0 .\n";
  const { origin, records } = readZoneFile(text);
  expect([origin, records.map(({ record }) => record.name)]).toEqual([
    undefined,
    ["contoso.com", "news.contoso.com"],
  ]);
});

test("the owner of the record before stays what it is after another $ORIGIN", () => {
  const text = "$TTL 300\nwww A 192.0.2.1\n$ORIGIN news.contoso.com.\n  A 192.0.2.2\n";
  expect(rows(text).records).toEqual([
    "2 www.contoso.com 300 A 192.0.2.1",
    "4 www.contoso.com 300 A 192.0.2.2",
  ]);
});

test("a line that ends within parentheses ends a word", () => {
  expect(rows("$TTL 300\n@ MX ( 10\nmail )\n")).toMatchObject({
    records: ["2 contoso.com 300 MX 10 mail.contoso.com"],
    unread: [],
    faults: [],
  });
});
