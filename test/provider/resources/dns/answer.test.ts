import { canonicalValue, describeAnswer, holds } from "../../../../provider/resources/dns/answer";

test("hosts compare without case, final dot and extra blanks; the root stays (RFC 4343)", () => {
  expect(canonicalValue("MX", "0  Contoso-Com.Mail.Protection.Outlook.com.")).toBe(
    "0 contoso-com.mail.protection.outlook.com",
  );
  expect(canonicalValue("MX", "0 .")).toBe("0 .");
  expect(canonicalValue("CNAME", ".")).toBe(".");
});

test("text compares octet by octet", () => {
  expect(canonicalValue("TXT", "MS=ms1. ")).toBe("MS=ms1. ");
  expect(holds({ values: ["v=spf1 -all"] }, "TXT", ["V=SPF1 -all"])).toBe(false);
});

test("a name may serve more than what is waited for, and must serve all of it", () => {
  const served = { values: ["v=spf1 -all", "MS=ms12345678"] };
  expect(holds(served, "TXT", ["MS=ms12345678"])).toBe(true);
  expect(holds(served, "TXT", ["MS=ms12345678", "MS=ms87654321"])).toBe(false);
  expect(holds({ failure: "ETIMEOUT" }, "TXT", [])).toBe(false);
});

test("an answer in words", () => {
  expect(describeAnswer({ values: [] })).toBe("nothing");
  expect(describeAnswer({ values: ["10 mx1.contoso.com", "20 mx2.contoso.com"] })).toBe(
    '"10 mx1.contoso.com", "20 mx2.contoso.com"',
  );
  expect(describeAnswer({ failure: "EREFUSED" })).toBe("no answer (EREFUSED)");
});
