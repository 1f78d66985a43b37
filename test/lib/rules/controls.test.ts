import { RULES } from "../../../lib/rules";
import { CONTROL_LIST_NAMES, CONTROL_LISTS, type ControlList } from "../../../lib/rules/controls";
import { rulesOf } from "../../../lib/rules/not-judged";

/** The policies of CISA's baselines for Entra ID, Exchange Online and the security suite (ScubaGear 1.8, 20 August 2026). */
const SCUBA: Readonly<Record<string, string>> = {
  AAD: "1.1v1 2.1v1 2.2v1 2.3v1 3.1v1 3.2v2 3.3v2 3.4v1 3.5v2 3.6v1 3.7v1 3.8v1 3.9v1 4.1v1 5.1v1 5.2v1 5.3v1 5.5v1 5.6v1 5.7v1 6.1v1 7.1v1 7.2v1 7.3v1 7.4v1 7.5v1 7.6v1 7.7v1 7.8v1 7.9v1 8.1v1 8.2v1 8.3v1 9.1v1",
  EXO: "1.1v2 2.2v3 3.1v1 4.1v1 4.2v1 4.3v1 4.4v1 5.1v1 6.1v1 6.2v1 7.1v1 13.1v1",
  SECURITYSUITE:
    "1.1v1 1.2v1 1.3v1 1.4v1 2.1v1 2.2v1 2.3v1 2.4v1 3.1v1 3.2v1 3.3v1 3.4v1 3.5v1 4.1v1 4.2v1 5.1v1 5.2v1 6.1v1 6.2v1 7.1v1 7.2v1 7.3v1 8.1v1 8.2v1",
};

/** Recommendations 5.2 and 6 of CIS Microsoft 365 Foundations 7.0 by section, and 2.1: the number of the last in each. */
const CIS: Readonly<Record<string, number>> = {
  "1.1": 4,
  "2.1": 15,
  "5.2.2": 17,
  "5.2.3": 10,
  "5.2.4": 5,
  "5.3": 5,
  "6.1": 3,
  "6.2": 3,
  "6.3": 2,
  "6.5": 5,
};

const LISTS = CONTROL_LIST_NAMES.map((name): [typeof name, ControlList] => [name, CONTROL_LISTS[name]]);

test.each(LISTS)(
  "every control of %s is judged by a rule or in the table of those that are not, and in one alone",
  (name, list) => {
    const judged = Object.keys(list.controls);
    const never = Object.keys(list.notJudged);
    expect(judged.filter((id) => rulesOf(name, id).length === 0)).toEqual([]);
    expect(never.filter((id) => rulesOf(name, id).length > 0 || judged.includes(id))).toEqual([]);
    const claimed = new Set(RULES.flatMap(({ controls }): readonly string[] => controls?.[name] ?? []));
    expect([...claimed].filter((id) => !judged.includes(id))).toEqual([]);
  },
);

test.each(LISTS)("what the DNS does not show of %s says where one looks", (name, { controls }) => {
  const silent = Object.entries(controls)
    .filter(([id, { look }]) => !look && rulesOf(name, id).every((rule) => rule.of === "tenant"))
    .map(([id]) => id);
  expect(silent).toEqual([]);
});

test.each(LISTS)("every row of %s reads as a part of a sentence", (_name, { controls, notJudged }) => {
  for (const { asks } of [...Object.values(controls), ...Object.values(notJudged)]) {
    expect(asks).toMatch(/^\S.*[^.\s]$/);
  }
});

test("the list of CISA is the whole of its baselines for Entra ID, Exchange Online and the security suite", () => {
  const all = Object.entries(SCUBA).flatMap(([product, ids]) =>
    ids.split(" ").map((id) => `MS.${product}.${id}`),
  );
  const { controls, notJudged } = CONTROL_LISTS.scuba;
  expect([...Object.keys(controls), ...Object.keys(notJudged)].sort()).toEqual(all.sort());
});

test("the list of CIS is without a gap in the sections on mail and sign-ins", () => {
  const { controls, notJudged } = CONTROL_LISTS.cis;
  const ids = [...Object.keys(controls), ...Object.keys(notJudged)];
  for (const [section, last] of Object.entries(CIS)) {
    const wanted = Array.from({ length: last }, (_, index) => `${section}.${index + 1}`);
    const own = ids.filter((id) => id.slice(0, id.lastIndexOf(".")) === section);
    expect(own.sort()).toEqual(wanted.sort());
  }
});
