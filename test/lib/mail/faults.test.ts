import { formatFault, type Result } from "../../../lib/fault";
import { parseBimi } from "../../../lib/mail/bimi";
import { parseTlsRpt } from "../../../lib/mail/tls-rpt";
import { parseRecordUri } from "../../../lib/mail/uri";

const said = (read: Result<unknown>) => (read.ok ? [] : read.faults.map(formatFault));

test.each<[string, readonly string[]]>([
  ["", ["empty URI; expected mailto:reports@contoso.com"]],
  ["x", ['not a URI, got "x"; expected mailto:reports@contoso.com']],
  [
    "a@contoso.com",
    ['not a URI, got "a@contoso.com"; expected mailto:reports@contoso.com; write mailto:a@contoso.com'],
  ],
  ["mailto:", ['no mail address, got "mailto:"; expected mailto:reports@contoso.com']],
  ["mailto:a", ['no mail address, got "mailto:a"; expected mailto:reports@contoso.com']],
  [
    "mailto:@contoso.com",
    [
      'local part of the mail address is not valid, got ""; expected at most 64 characters, atoms between single dots',
    ],
  ],
  [
    "mailto:a..b@contoso.com",
    [
      'local part of the mail address is not valid, got "a..b"; expected at most 64 characters, atoms between single dots',
    ],
  ],
  [
    "mailto:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@contoso.com",
    [
      'local part of the mail address is not valid, got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; expected at most 64 characters, atoms between single dots',
    ],
  ],
  [
    "mailto:a@b_c.com",
    ['label "b_c" is not legal in a host name, got "b_c.com"; expected letters, digits and inner hyphens'],
  ],
  [
    "mailto:a%ff@contoso.com",
    ['no mail address, got "mailto:a%ff@contoso.com"; expected mailto:reports@contoso.com'],
  ],
  ["mailto:a;b@c.com", ['";" may not stand in this URI, got "mailto:a;b@c.com"; write %3B']],
  ["mailto:é@c.com", ['"é" may not stand in this URI, got "mailto:é@c.com"; write %C3%A9']],
  [
    "mailto:50%@c.com",
    ['"%" may not stand in this URI, got "mailto:50%@c.com"; expected two hexadecimal digits after %'],
  ],
  ["https:contoso.com", ['no host, got "https:contoso.com"; expected https://reports.contoso.com/']],
  ["https://", ['empty DNS name, got ""; expected a name such as contoso.com']],
  [
    "https://u@contoso.com/",
    [
      'label "u@contoso" is not legal in a host name, got "u@contoso.com"; expected letters, digits and inner hyphens',
    ],
  ],
  [
    "https://contoso.com:123456/",
    [
      'label "com:123456" is not legal in a host name, got "contoso.com:123456"; expected letters, digits and inner hyphens',
    ],
  ],
  [
    "mailto:a%4@c.com",
    ['"%" may not stand in this URI, got "mailto:a%4@c.com"; expected two hexadecimal digits after %'],
  ],
])("the URI %j", (text, faults) => {
  expect(said(parseRecordUri(text))).toEqual(faults);
});

test.each([
  "mailto:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@contoso.com",
  "mailto:%22a%20b%22@contoso.com",
  "https://contoso.com:443/x?y",
  "HTTPS://Contoso.com/",
  "tel:1",
  "ftp://x/",
])("the URI %j is legal", (text) => {
  expect(said(parseRecordUri(text))).toEqual([]);
});

test.each<[string, readonly string[]]>([
  [
    "http://contoso.com/l.svg",
    [
      'URI scheme "http" is not used here, got "http://contoso.com/l.svg"; expected https://reports.contoso.com/; write https://contoso.com/l.svg',
    ],
  ],
  [
    "ftp://contoso.com/l",
    ['URI scheme "ftp" is not used here, got "ftp://contoso.com/l"; expected https://reports.contoso.com/'],
  ],
  [
    "mailto:a@b.c",
    ['URI scheme "mailto" is not used here, got "mailto:a@b.c"; expected https://reports.contoso.com/'],
  ],
  ["a@b.c", ['not a URI, got "a@b.c"; expected https://reports.contoso.com/']],
])("the URI %j where HTTPS is asked for", (text, faults) => {
  expect(said(parseRecordUri(text, ["https"]))).toEqual(faults);
});

test.each<[string, readonly string[]]>([
  [
    "http://contoso.com/l.svg",
    [
      'URI scheme "http" is not used here, got "http://contoso.com/l.svg"; expected mailto:reports@contoso.com',
    ],
  ],
])("the URI %j where an address is asked for", (text, faults) => {
  expect(said(parseRecordUri(text, ["mailto"]))).toEqual(faults);
});

test.each<[string, readonly string[]]>([
  [
    "",
    [
      "no version tag; expected v=TLSRPTv1 first",
      "empty record; expected name=value",
      "no rua field; expected rua=mailto:…",
    ],
  ],
  ["v=TLSRPTv1", ["no rua field; expected rua=mailto:…"]],
  ["v=TLSRPTv1; rua=", ["empty URI; expected mailto:reports@contoso.com or https://reports.contoso.com/"]],
  [
    "v=TLSRPTv1; rua=x",
    ['not a URI, got "x"; expected mailto:reports@contoso.com or https://reports.contoso.com/'],
  ],
  [
    "v=TLSRPTv1; rua=http://a.b/",
    [
      'URI scheme "http" is not used here, got "http://a.b/"; expected mailto:reports@contoso.com or https://reports.contoso.com/; write https://a.b/',
    ],
  ],
  ["v=TLSRPTv2; rua=mailto:a@b.c", ['not the version this record has, got "TLSRPTv2"; expected v=TLSRPTv1']],
])("the TLS-RPT record %j", (text, faults) => {
  expect(said(parseTlsRpt(text))).toEqual(faults);
});

test.each<[string, readonly string[]]>([
  [
    "",
    [
      "no version tag; expected v=BIMI1 first",
      "empty record; expected name=value",
      "no l tag; expected l=https://contoso.com/logo.svg",
    ],
  ],
  ["v=BIMI1", ["no l tag; expected l=https://contoso.com/logo.svg"]],
  ["v=BIMI1; l=x", ['not a URI, got "x"; expected https://contoso.com/logo.svg']],
  [
    "v=BIMI1; l=; a=http://x.y/z",
    [
      'URI scheme "http" is not used here, got "http://x.y/z"; expected https://contoso.com/mark.pem; write https://x.y/z',
    ],
  ],
])("the BIMI record %j", (text, faults) => {
  expect(said(parseBimi(text))).toEqual(faults);
});
