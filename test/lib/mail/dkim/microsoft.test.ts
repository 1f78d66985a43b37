import fc from "fast-check";
import {
  checkMicrosoftDkimTarget,
  microsoftDkimTargets,
  parseMicrosoftDkimTarget,
} from "../../../../lib/mail/dkim/microsoft";
import { anyText } from "../../../support/texts";

const contoso = { domainToken: "contoso-com", initialDomain: "contoso.onmicrosoft.com" };

test("classic targets are below the tenant's initial domain", () => {
  expect(microsoftDkimTargets(contoso)).toEqual({
    ok: true,
    value: {
      selector1: "selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      selector2: "selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
    },
  });
});

test("targets with a partition letter are below dkim.mail.microsoft", () => {
  expect(microsoftDkimTargets({ ...contoso, partition: "N" })).toEqual({
    ok: true,
    value: {
      selector1: "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
      selector2: "selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    },
  });
});

test("all faults of the three parts are reported at once", () => {
  const result = microsoftDkimTargets({
    domainToken: "contoso.com",
    initialDomain: "contoso.com",
    partition: "n-v1",
  });
  expect(result.ok ? [] : result.faults.map(({ path, message }) => [path, message])).toEqual([
    [["domainToken"], "domain token is not one label"],
    [["initialDomain"], "not a tenant's initial domain"],
    [["partition"], "DKIM partition is not one letter"],
  ]);
});

test("the hybrid routing domain is not the initial domain", () => {
  const result = microsoftDkimTargets({ ...contoso, initialDomain: "contoso.mail.onmicrosoft.com" });
  expect(result.ok).toBe(false);
});

test("a token too long for one label is to be read from Exchange", () => {
  const result = microsoftDkimTargets({ ...contoso, domainToken: "a".repeat(54) });
  expect(result.ok ? [] : result.faults).toEqual([
    {
      path: ["domainToken"],
      message: "label of 64 octets",
      received: JSON.stringify(`selector1-${"a".repeat(54)}._domainkey.contoso.onmicrosoft.com`),
      expected: "labels of at most 63 octets",
      fix: "give both targets as Get-DkimSigningConfig shows them",
    },
  ]);
});

test("a target tells its form and parts, in any case", () => {
  expect(parseMicrosoftDkimTarget("Selector2-SVRATECH-COM01b._domainkey.svratech.onmicrosoft.com.")).toEqual({
    ok: true,
    value: {
      form: "classic",
      selector: "selector2",
      domainToken: "svratech-com01b",
      initialDomain: "svratech.onmicrosoft.com",
    },
  });
  expect(
    parseMicrosoftDkimTarget("selector1-contoso-com._domainkey.contoso.r-v1.dkim.mail.microsoft"),
  ).toEqual({
    ok: true,
    value: {
      form: "partitioned",
      selector: "selector1",
      domainToken: "contoso-com",
      initialDomainPrefix: "contoso",
      partition: "r",
    },
  });
});

test.each([
  "",
  "contoso-com.mail.protection.outlook.com",
  "selector3-contoso-com._domainkey.contoso.onmicrosoft.com",
  "selector1-contoso-com._domainkey.contoso.nn-v1.dkim.mail.microsoft",
  "selector1._domainkey.contoso.com",
  "selector1-contoso-com._domainkey.contoso.onmicrosoft.com.evil.example",
])("%j is no target of Microsoft's", (text) => {
  const result = parseMicrosoftDkimTarget(text);
  expect(result.ok ? [] : result.faults.map(({ message }) => message)).toEqual([
    "not a DKIM target of Microsoft's",
  ]);
});

test("a pasted target is taken if selector, domain and tenant agree", () => {
  const known = { ...contoso, selector: "selector1" } as const;
  expect(
    checkMicrosoftDkimTarget("Selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft.", known),
  ).toEqual({ ok: true, value: "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft" });
});

test("a pasted target of the other selector, of another domain and of another tenant is refused", () => {
  const known = { ...contoso, selector: "selector1" } as const;
  const text = "selector2-fabrikam-com._domainkey.fabrikam.onmicrosoft.com";
  expect(checkMicrosoftDkimTarget(text, known)).toEqual({
    ok: false,
    faults: [
      {
        message: "target of selector2",
        received: JSON.stringify(text),
        expected: "that of selector1",
        fix: "swap the targets of selector1 and selector2",
      },
      {
        message: "target of another domain",
        received: JSON.stringify(text),
        expected: "selector1-contoso-com._domainkey…",
      },
      {
        message: "target in another tenant",
        received: JSON.stringify(text),
        expected: "one of contoso.onmicrosoft.com",
      },
    ],
  });
});

test("what is derived is recognised, part by part", () => {
  const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?$/);
  const letter = fc.option(fc.stringMatching(/^[a-z]$/), { nil: undefined });
  fc.assert(
    fc.property(label, label, letter, (domainToken, prefix, partition) => {
      const initialDomain = `${prefix}.onmicrosoft.com`;
      const targets = microsoftDkimTargets({ domainToken, initialDomain, ...(partition && { partition }) });
      expect(targets.ok).toBe(true);
      if (!targets.ok) return;
      for (const selector of ["selector1", "selector2"] as const) {
        const known = { selector, domainToken, initialDomain };
        const text = targets.value[selector];
        expect(checkMicrosoftDkimTarget(text, known)).toEqual({ ok: true, value: text });
        const other = selector === "selector1" ? "selector2" : "selector1";
        expect(checkMicrosoftDkimTarget(text, { ...known, selector: other }).ok).toBe(false);
      }
    }),
  );
});

test("any text is read without throwing", () => {
  fc.assert(fc.property(anyText(), (text) => !parseMicrosoftDkimTarget(text).ok));
});
