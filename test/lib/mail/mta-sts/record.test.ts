import fc from "fast-check";
import { resolvePolicy } from "mailauth/lib/mta-sts";
import { parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import {
  formatMtaStsPolicy,
  type MtaStsPolicy,
  parseMtaStsPolicy,
} from "../../../../lib/mail/mta-sts/policy";
import {
  formatMtaStsRecord,
  isMtaSts,
  mtaStsId,
  mtaStsPolicyHost,
  mtaStsPolicyUrl,
  mtaStsRecordName,
  parseMtaStsRecord,
} from "../../../../lib/mail/mta-sts/record";
import { anyText } from "../../../support/texts";

const contoso = unwrap("domain", parseName("contoso.com"));
const policy: MtaStsPolicy = {
  mode: "enforce",
  maxAge: 604800,
  mx: [unwrap("mx", parseName("contoso-com.mail.protection.outlook.com"))],
  extensions: [],
};

test("record, host and address of the policy", () => {
  expect(mtaStsRecordName(contoso)).toBe("_mta-sts.contoso.com");
  expect(mtaStsPolicyHost(contoso)).toBe("mta-sts.contoso.com");
  expect(mtaStsPolicyUrl(contoso)).toBe("https://mta-sts.contoso.com/.well-known/mta-sts.txt");
});

test("the id is the same for the same policy, for ever", () => {
  expect(mtaStsId(policy)).toBe("06fdfdb3448a49df1660ff8d890eabec");
  expect(mtaStsId({ ...policy })).toBe(
    mtaStsId(unwrap("text", parseMtaStsPolicy(formatMtaStsPolicy(policy)))),
  );
});

test("the id changes with each part of the policy's text", () => {
  const other = unwrap("mx", parseName("mx2.contoso.com"));
  const changed: MtaStsPolicy[] = [
    { ...policy, mode: "testing" },
    { ...policy, maxAge: 604801 },
    { ...policy, mx: [...policy.mx, other] },
    { ...policy, mx: [other, ...policy.mx] },
  ];
  expect(new Set([policy, ...changed].map(mtaStsId)).size).toBe(changed.length + 1);
});

test("mailauth, strict, finds the id that was published", async () => {
  const id = mtaStsId(policy);
  const resolver = async (name: string) => {
    expect(name).toBe("_mta-sts.contoso.com");
    return [["v=spf1 -all"], [formatMtaStsRecord(id)]];
  };
  expect(await resolvePolicy("contoso.com", { resolver, strict: true })).toBe(id);
});

test("the record in Microsoft's documentation", () => {
  expect(parseMtaStsRecord("v=STSv1; id=20220101000000Z;")).toEqual({
    ok: true,
    value: { id: "20220101000000Z", extensions: [] },
  });
});

test("a record without the exact version is none", () => {
  expect(["v=STSv1;id=1", "v=STSv1 ; id=1"].map(isMtaSts)).toEqual([true, true]);
  expect(["v=stsv1; id=1", "v=STSv1", " v=STSv1; id=1", "v = STSv1; id=1"].map(isMtaSts)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ["v=STSv1;", "no id field"],
  ["v=STSv1; id=2022-01-01;", "id is not valid"],
  ["v=STSv1; id=;", "id is not valid"],
  [`v=STSv1; id=${"1".repeat(33)};`, "id is not valid"],
  ["id=1; v=STSv1", "version tag is not the first"],
])("%s: %s", (text, message) => {
  const result = parseMtaStsRecord(text);
  expect(result.ok ? [] : result.faults.map((fault) => fault.message)).toEqual([message]);
});

test("what is written is read as the same record", () => {
  const records = fc.record({
    id: fc.stringMatching(/^[A-Za-z0-9]{1,32}$/),
    extensions: fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^x[A-Za-z0-9_.-]{0,31}$/),
        value: fc.stringMatching(/^[!-:<>-~]+$/),
      }),
      { selector: ({ name }) => name, maxLength: 2 },
    ),
  });
  fc.assert(
    fc.property(records, (record) => {
      const text = formatMtaStsRecord(record.id, record.extensions);
      expect(isMtaSts(text)).toBe(true);
      expect(parseMtaStsRecord(text)).toEqual({ ok: true, value: record });
    }),
  );
});

test("any text is read without throwing", () => {
  fc.assert(fc.property(anyText(), (text) => !parseMtaStsRecord(text).ok));
});
