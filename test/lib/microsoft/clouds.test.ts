import { formatFault } from "../../../lib/fault";
import { CLOUDS, parseCloud } from "../../../lib/microsoft/clouds";

describe("Microsoft's clouds", () => {
  it.each(Object.values(CLOUDS))("$name is found by its name", (cloud) => {
    expect(parseCloud(cloud.name)).toEqual({ ok: true, value: cloud });
  });

  it.each([
    ["worldwide", "mail.protection.outlook.com", "spf.protection.outlook.com", "autodiscover.outlook.com"],
    ["gcc", "mail.protection.outlook.com", "spf.protection.outlook.com", "autodiscover.outlook.com"],
    ["gcc-high", "mail.protection.office365.us", "spf.protection.office365.us", "autodiscover.office365.us"],
    ["dod", "mail.protection.office365.us", "spf.protection.office365.us", "autodiscover-dod.office365.us"],
    [
      "china",
      "mail.protection.partner.outlook.cn",
      "spf.protection.partner.outlook.cn",
      "autodiscover.partner.outlook.cn",
    ],
  ])("%s has its own mail names", (name, mxSuffix, spfInclude, autodiscover) => {
    expect(parseCloud(name)).toMatchObject({ ok: true, value: { mxSuffix, spfInclude, autodiscover } });
  });

  it.each(["germany", "de", "Germany"])("refuses %s as retired, with its successor", (text) => {
    expect(refusal(text)).toBe(
      `the German cloud is retired (closed 29 October 2021), got "${text}"; ` +
        "expected worldwide | gcc | gcc-high | dod | china; write worldwide, where its tenants were moved",
    );
  });

  it.each([
    ["21vianet", "china"],
    ["gcch", "gcc-high"],
    ["us-dod", "dod"],
    ["GCC", "gcc"],
    ["gcc_high", "gcc-high"],
    ["wordwide", "worldwide"],
    ["commercial", "worldwide"],
  ])("suggests for %s, and does not take it for, %s", (text, meant) => {
    expect(refusal(text)).toMatch(new RegExp(`^unknown Microsoft cloud, got .*; write ${meant}$`));
  });

  it("suggests nothing for a name that is near to none", () => {
    expect(refusal("mars")).toBe(
      'unknown Microsoft cloud, got "mars"; expected worldwide | gcc | gcc-high | dod | china',
    );
  });

  it("does not take a property of every object for a cloud", () => {
    expect(parseCloud("constructor").ok).toBe(false);
    expect(parseCloud("toString").ok).toBe(false);
  });
});

function refusal(text: string): string {
  const result = parseCloud(text);
  return result.ok ? `accepted as ${result.value.name}` : result.faults.map(formatFault).join("\n");
}
