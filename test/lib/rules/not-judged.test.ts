import type { RulePackName } from "../../../lib/pack-names";
import type { Posture } from "../../../lib/posture/model";
import { CONTROL_LISTS } from "../../../lib/rules/controls";
import { notJudged, rulesOf } from "../../../lib/rules/not-judged";
import { type Fixture, online, tenant } from "./fixture";
import { FORMS } from "./forms";

const MAIL = online("contoso.com TXT v=spf1 -all");
const DNS_OF_SCUBA = ["MS.EXO.2.2v3", "MS.EXO.3.1v1", "MS.EXO.4.1v1", "MS.EXO.4.2v1", "MS.EXO.4.4v1"];
const NEVER = Object.keys(CONTROL_LISTS.scuba.notJudged);
/** Controls on what Exchange holds, which a source shows kind by kind. */
const IN_EXCHANGE = Object.entries(CONTROL_LISTS.scuba.controls).flatMap(([id, control]) =>
  "look" in control && !id.startsWith("MS.AAD.") ? [id] : [],
);
const SIGN_INS = Object.keys(CONTROL_LISTS.scuba.controls).filter((id) => id.startsWith("MS.AAD."));
/** Those that policies of Conditional Access do not show. */
const SETTINGS = SIGN_INS.filter((id) =>
  rulesOf("scuba", id).every((rule) => rule.of === "tenant" && rule.reads !== "policies"),
);

function left(posture: Posture, packs: readonly RulePackName[], tenants?: readonly string[]) {
  return notJudged(posture, packs, tenants).map(({ control, part, tenants: of }) => [
    control,
    ...(part === undefined ? [] : [part]),
    ...(of ?? []),
  ]);
}

/** Controls of scuba, but those on what Exchange holds, of which nothing at all is judged. */
function silent(posture: Posture, tenants?: readonly string[]): readonly string[] {
  return left(posture, ["scuba"], tenants).flatMap(([control = "", ...more]) =>
    more.length === 0 && !NEVER.includes(control) && !IN_EXCHANGE.includes(control) ? [control] : [],
  );
}

const declared = (fixture: Fixture) => FORMS.declared(fixture);

test("packs without a control list leave nothing to tell", async () => {
  expect(left(await FORMS.observed(MAIL), ["recommended"])).toEqual([]);
});

test("the DNS shows nothing of sign-ins", async () => {
  const posture = await FORMS.observed(MAIL);
  expect(silent(posture)).toEqual(SIGN_INS);
  expect(silent(posture, ["contoso"])).toEqual(SIGN_INS);
  expect(left(posture, ["scuba"]).filter(([control = ""]) => DNS_OF_SCUBA.includes(control))).toEqual([
    [
      "MS.EXO.3.1v1",
      "whether Exchange Online signs, for domains that send nothing and the onmicrosoft.com domain too",
    ],
  ]);
});

test("controls that no rule reads are told whatever the source", async () => {
  for (const form of [FORMS.declared, FORMS.planned, FORMS.observed]) {
    const told = left(await form({ ...MAIL, tenants: [{ name: "contoso", policies: [] }] }), ["scuba"]);
    expect(told.map(([control]) => control)).toEqual(expect.arrayContaining(NEVER));
  }
});

test("a tenant that declares policies is judged by them", async () => {
  expect(silent(await declared(tenant({ policies: [] })))).toEqual(SETTINGS);
});

test("an estate without identities has its sign-ins not judged", async () => {
  expect(silent(await declared(MAIL), ["contoso"])).toEqual(SIGN_INS);
});

test("of two tenants the one without identities is named", async () => {
  const posture = await declared(tenant({ policies: [] }));
  expect(silent(posture, ["contoso", "fabrikam"])).toEqual(SETTINGS);
  expect(
    left(posture, ["scuba"], ["contoso", "fabrikam"]).filter(([id = ""]) => id.startsWith("MS.AAD.1")),
  ).toEqual([["MS.AAD.1.1v1", "fabrikam"]]);
});

test("forwarding is judged where a plan shows the outbound policies, and transport rules never", async () => {
  const forwarding = [{ policy: "Default", mode: "Off" as const }];
  const of = (posture: Posture) => left(posture, ["cis"]).filter(([control]) => control === "6.2.1");
  expect(of(await FORMS.planned(tenant({ exchange: { forwarding } })))).toEqual([
    ["6.2.1", "transport rules that forward"],
  ]);
  expect(of(await declared(tenant({ policies: [] })))).toEqual([["6.2.1"]]);
});

test("a control on what Exchange holds is judged where its kind is declared or planned", async () => {
  const log = { unifiedAuditLogIngestionEnabled: true };
  const shown = tenant({
    exchange: { objects: [{ kind: "admin-audit-log-config", name: "the unified audit log", values: log }] },
  });
  for (const form of [FORMS.declared, FORMS.planned]) {
    const told = left(await form(shown), ["scuba"]).map(([control]) => control);
    expect(IN_EXCHANGE.filter((id) => !told.includes(id))).toEqual(["MS.SECURITYSUITE.5.1v1"]);
  }
  const told = left(await FORMS.observed(MAIL), ["scuba"]).map(([control]) => control);
  expect(told).toEqual(expect.arrayContaining(IN_EXCHANGE));
});

test("whether Exchange signs is left only where no plan shows it", async () => {
  const signing = [{ domain: MAIL.domains[0]?.domain as never, enabled: true, keySizes: [2048] }];
  const of = (posture: Posture) => left(posture, ["cis"]).filter(([control]) => control === "2.1.9");
  expect(of(await FORMS.planned({ ...MAIL, tenants: [{ name: "contoso", exchange: { signing } }] }))).toEqual(
    [],
  );
  expect(of(await FORMS.observed(MAIL))).toEqual([["2.1.9", "whether Exchange Online signs"]]);
});
