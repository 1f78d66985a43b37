import { formatFault } from "../../../lib/fault";
import { CLOUDS } from "../../../lib/microsoft/clouds";
import { parseInitialDomain } from "../../../lib/microsoft/initial-domain";
import type { Cloud } from "../../../lib/options";

describe("a tenant's initial domain", () => {
  it.each([
    ["contoso.onmicrosoft.com", "worldwide"],
    ["contoso.onmicrosoft.com", "gcc"],
    ["contoso.onmicrosoft.us", "gcc-high"],
    ["contoso.onmicrosoft.us", "dod"],
    ["contoso.partner.onmschina.cn", "china"],
  ] as const)("%s belongs to %s", (text, cloud) => {
    expect(parseInitialDomain(text, CLOUDS[cloud])).toEqual({
      ok: true,
      value: { name: text, prefix: "contoso" },
    });
  });

  it("is lower-cased", () => {
    expect(parseInitialDomain("Contoso.onmicrosoft.com.", CLOUDS.worldwide)).toMatchObject({
      value: { name: "contoso.onmicrosoft.com", prefix: "contoso" },
    });
  });

  it.each([
    [
      "contoso.mail.onmicrosoft.com",
      "worldwide",
      "write contoso.onmicrosoft.com: .mail. names the coexistence domain",
    ],
    ["contoso", "china", "write contoso.partner.onmschina.cn"],
    [
      "contoso.onmicrosoft.us",
      "worldwide",
      "the tenant looks to be in gcc-high or dod: correct the cloud or the domain",
    ],
    [
      "contoso.onmicrosoft.com",
      "dod",
      "the tenant looks to be in worldwide or gcc: correct the cloud or the domain",
    ],
    [
      "contoso.onmicrosoft.de",
      "worldwide",
      "the German cloud is retired: write the initial domain that the tenant got when it was moved",
    ],
    [
      "contoso.com",
      "worldwide",
      "take the initial domain from the Microsoft 365 admin center, Settings, Domains",
    ],
    [
      "a.b.onmicrosoft.com",
      "worldwide",
      "take the initial domain from the Microsoft 365 admin center, Settings, Domains",
    ],
  ] as const)("%s is refused in %s", (text, cloud, fix) => {
    expect(refusal(text, cloud)).toBe(
      `not an initial domain of ${CLOUDS[cloud].title}, got "${text}"; ` +
        `expected <tenant>.${CLOUDS[cloud].initialSuffix}; ${fix}`,
    );
  });

  it("has to be a host name", () => {
    expect(refusal("con toso.onmicrosoft.com", "worldwide")).toMatch(/^label "con toso" is not legal/);
  });
});

function refusal(text: string, cloud: Cloud): string {
  const result = parseInitialDomain(text, CLOUDS[cloud]);
  return result.ok ? `accepted ${result.value.name}` : result.faults.map(formatFault).join("\n");
}
