import { formatFault, type Result } from "../../../../lib/fault";
import { parseMtaStsPolicy, parseMtaStsRecord } from "../../../../lib/mail/mta-sts";

const said = (read: Result<unknown>) => (read.ok ? [] : read.faults.map(formatFault));

test.each<[string, readonly string[]]>([
  [
    "",
    [
      "no version field; expected version: STSv1",
      "no mode field; expected mode: testing, mode: enforce or mode: none",
      "no max_age field; expected max_age: 604800",
      "no mx field; expected mx: and a host name or *.domain",
    ],
  ],
  [
    "version: STSv2\nmode: on\nmx: *.*.contoso.com\nmax_age: 31557601",
    [
      'unknown version, got "STSv2"; expected STSv1',
      'unknown mode, got "on"; expected testing, enforce, none',
      'max_age is out of range, got "31557601"; expected seconds from 0 to 31557600',
      'label "*" is not legal in a host name, got "*.contoso.com"; expected letters, digits and inner hyphens',
    ],
  ],
  [
    "version: STSv1\nmode: enforce\nmx: a_b.contoso.com\nmax_age: 1x",
    [
      'max_age is out of range, got "1x"; expected seconds from 0 to 31557600',
      'label "a_b" is not legal in a host name, got "a_b.contoso.com"; expected letters, digits and inner hyphens',
    ],
  ],
  [
    "version: STSv1\nmode: none\nmax_age: 12345678901\n\nnonsense\nx: é\n x: y",
    [
      'line is not a field, got ""; expected name: value',
      'line is not a field, got "nonsense"; expected name: value',
      'line is not a field, got "x: é"; expected name: value',
      'line is not a field, got " x: y"; expected name: value',
      'max_age is out of range, got "12345678901"; expected seconds from 0 to 31557600',
    ],
  ],
])("the policy %j", (text, faults) => {
  expect(said(parseMtaStsPolicy(text))).toEqual(faults);
});

test.each([
  "version: STSv1\nmode: none\nmax_age: 31557600\n",
  "version: STSv1\nmode: none\nmax_age: 0\nmax_age: 1\n",
])("the policy %j is legal", (text) => {
  expect(said(parseMtaStsPolicy(text))).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ["v=STSv1", ["no id field; expected id=20260101T000000"]],
  ["v=STSv1; id=;", ['id is not valid, got ""; expected 1 to 32 letters and digits']],
  [
    "v=STSv1; id=111111111111111111111111111111111",
    ['id is not valid, got "111111111111111111111111111111111"; expected 1 to 32 letters and digits'],
  ],
  ["v=STSv2; id=1", ['not the version this record has, got "STSv2"; expected v=STSv1']],
  ["v=STSv1; id=a-b", ['id is not valid, got "a-b"; expected 1 to 32 letters and digits']],
])("the record %j", (text, faults) => {
  expect(said(parseMtaStsRecord(text))).toEqual(faults);
});

test.each(["v=STSv1; id=1; id=2;"])("the record %j is legal", (text) => {
  expect(said(parseMtaStsRecord(text))).toEqual([]);
});
