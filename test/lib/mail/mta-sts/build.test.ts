import { parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import { buildMtaSts } from "../../../../lib/mail/mta-sts/build";

const host = (text: string) => unwrap(text, parseName(text));
const classic = host("contoso-com.mail.protection.outlook.com");
const partitioned = host("contoso-com.o-v1.mx.microsoft");

const faultsOf = (...args: Parameters<typeof buildMtaSts>) => {
  const result = buildMtaSts(...args);
  return result.ok ? [] : result.faults;
};

test("a policy names the domain's own MX hosts for a week", () => {
  expect(buildMtaSts({ mode: "testing" }, [classic])).toEqual({
    ok: true,
    value: {
      mode: "testing",
      maxAge: 604800,
      mx: ["contoso-com.mail.protection.outlook.com"],
      extensions: [],
    },
  });
});

test("patterns of one's own must cover every MX host", () => {
  expect(buildMtaSts({ mode: "enforce", mx: ["*.mail.protection.outlook.com"] }, [classic]).ok).toBe(true);
  expect(faultsOf({ mode: "testing", mx: ["mx.contoso.com"] }, [classic, host("mx.contoso.com")])).toEqual([
    {
      path: ["mx"],
      message: "MX host contoso-com.mail.protection.outlook.com is not covered by the policy",
      received: "mx.contoso.com",
      fix: "add contoso-com.mail.protection.outlook.com",
    },
  ]);
});

test("*.mx.microsoft is one label too few for Microsoft's DNSSEC hosts", () => {
  expect(faultsOf({ mode: "enforce", mx: ["*.mx.microsoft"] }, [partitioned])).toEqual([
    {
      path: ["mx"],
      message: "MX host contoso-com.o-v1.mx.microsoft is not covered by the policy",
      received: "*.mx.microsoft",
      expected: "a wildcard stands for exactly one label (RFC 8461 §4.1)",
      fix: "write *.o-v1.mx.microsoft or contoso-com.o-v1.mx.microsoft for *.mx.microsoft",
    },
  ]);
});

test("during an MX move a policy may name the old and the new host", () => {
  expect(buildMtaSts({ mode: "testing", mx: [classic, "*.o-v1.mx.microsoft"] }, [classic]).ok).toBe(true);
});

test("mode none needs no hosts, and covers whatever there is", () => {
  expect(buildMtaSts({ mode: "none", maxAge: 86400 }, [classic])).toEqual({
    ok: true,
    value: { mode: "none", maxAge: 86400, mx: [], extensions: [] },
  });
});

test("a domain that receives no mail has nothing to enforce", () => {
  expect(faultsOf({ mode: "enforce" }, [])).toEqual([
    {
      path: ["mx"],
      message: "policy names no MX host, and the domain has none",
      fix: "use mode none, or leave MTA-STS out for a domain that receives no mail",
    },
  ]);
});

test.each([-1, 31557601, 1.5, Number.NaN])("a lifetime of %d seconds is refused", (maxAge) => {
  expect(faultsOf({ mode: "testing", maxAge }, [classic])).toEqual([
    {
      path: ["maxAge"],
      message: "lifetime is out of range",
      received: `${maxAge}`,
      expected: "whole seconds from 0 to 31557600",
    },
  ]);
});

test("the longest and the shortest lifetime are allowed", () => {
  for (const maxAge of [0, 31557600])
    expect(buildMtaSts({ mode: "testing", maxAge }, [classic]).ok).toBe(true);
});

test("all faults are reported at once", () => {
  const found = faultsOf({ mode: "enforce", maxAge: -1, mx: ["10 mx.contoso.com", classic, classic] }, [
    classic,
  ]);
  expect(found.map(({ path }) => path)).toEqual([["maxAge"], ["mx", 0], ["mx", 2]]);
});
