import { declareEstate } from "../../../lib/declare/estate";
import type { Path } from "../../../lib/fault";
import { settledWhere } from "../../../lib/posture/estate-where";
import { declaredPosture } from "../../../lib/posture/from-estate";
import { answer } from "../../../lib/posture/lookup";
import { VARIED_ESTATE } from "../../support/estate";
import { estateOf } from "../estate/memory-files";
import { nameOf } from "../rules/fixture";

function declaredOf(text: string) {
  const estate = estateOf(text);
  const declared = declareEstate(estate);
  if (!declared.ok) throw new Error("the estate is sound");
  return { estate, declared, posture: declaredPosture(estate, declared) };
}

const { estate, declared, posture } = declaredOf(VARIED_ESTATE);
const mail = (name: string) => posture.domains.find(({ domain }) => domain === name);

test("every mail domain is there, subdomains too, sorted by name", () => {
  expect(posture.domains.map(({ domain }) => domain)).toEqual([
    "contoso.com",
    "eu.news.contoso.com",
    "fabrikam.us",
    "news.contoso.com",
    "shop.contoso.com",
    "xn--bcher-kva.example",
  ]);
});

test("an intent is what the estate says, with the premises' addresses of a hybrid domain", () => {
  expect(mail("fabrikam.us")?.intent).toEqual({
    declared: true,
    profile: "eop-onpremises",
    sends: true,
    receives: true,
    exchangeOnline: true,
    eop: true,
    mxDerived: true,
    dkimDerived: "target",
    tenant: { name: "fabrikam", initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
    egress: ["203.0.113.25", "2001:db8::/64"],
  });
  expect(mail("xn--bcher-kva.example")?.intent).toMatchObject({ sends: false, receives: false, eop: false });
});

test("a record stands where it was declared", () => {
  const spf = mail("contoso.com")?.records.find(
    ({ record }) => record.type === "TXT" && record.name === "contoso.com",
  );
  expect(spf && settledWhere(spf.where)).toEqual({
    path: ["domains", "contoso.com", "spf"],
    file: "estate.yaml",
    line: 12,
    column: 5,
  });
});

test("a policy goes with the domain that it protects", () => {
  expect(mail("eu.news.contoso.com")?.mtaStsPolicy).toMatchObject({
    kind: "text",
    text: expect.stringContaining("mode: enforce"),
  });
  expect(mail("news.contoso.com")?.mtaStsPolicy).toBeUndefined();
});

test("no place is looked up before somebody asks for it, and each once", () => {
  const looked: string[] = [];
  const domains = declared.domains.map((domain) => ({
    ...domain,
    estate: {
      ...domain.estate,
      source: (path: Path) => {
        looked.push(`${domain.estate.name} ${path.join(".")}`);
        return domain.estate.source(path);
      },
    },
  }));
  const [first] = declaredPosture(estate, { domains, tenants: [] }).domains;
  expect(looked).toEqual([]);
  const lines = [first?.where.line, first?.where.line, first?.where.column];
  expect([looked, lines]).toEqual([["contoso.com "], [7, 7, 3]]);
});

test("an alias at the apex is no alias at Cloudflare: MX and texts stay the domain's, addresses are not known", () => {
  const { posture: apex } = declaredOf(`version: 1
defaults: { tenant: contoso, dmarc: { policy: reject, rua: ["mailto:dmarc@contoso.com"] } }
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
domains:
  contoso.com:
    profile: exchange-online
    zone: { cloudflare: {} }
    records: { web: { type: CNAME, target: site.vendor.example } }
`);
  const name = apex.domains[0]?.domain ?? nameOf("");
  expect(answer(apex, name, "MX").kind).toBe("records");
  expect(answer(apex, name, "TXT").kind).toBe("records");
  expect(answer(apex, name, "A")).toMatchObject({ kind: "unknown", why: "value" });
  expect(apex.domains[0]?.unknown).toMatchObject([
    {
      name: "contoso.com",
      type: "A",
      why: "routed",
      alias: { type: "CNAME", target: "site.vendor.example" },
    },
  ]);
});
