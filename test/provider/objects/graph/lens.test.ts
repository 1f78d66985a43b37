import { at, ofEveryTarget, target, targets, targetsWhere } from "../../../../provider/objects/graph/lens";
import { DiagnosticError } from "../../../../provider/plugin/index";

const NOBODY = "00000000-0000-0000-0000-000000000000";

it("a path through what is not there reads nothing, and makes its objects when it is written", () => {
  const lens = at("permissions.apps.allowed");
  expect([{}, { permissions: null }, { permissions: "x" }].map(lens.get)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(lens.set({ permissions: null, other: 1 }, true)).toEqual({
    permissions: { apps: { allowed: true } },
    other: 1,
  });
  expect(lens.set({ permissions: { apps: { kept: 1 } } }, false)).toEqual({
    permissions: { apps: { kept: 1, allowed: false } },
  });
});

it("targets that stay keep what others set, in any case of their id; new ones are groups", () => {
  const lens = targets("include", { isRegistrationRequired: false });
  const entity = {
    include: [{ id: "ABC", targetType: "user", mode: "push" }, { targetType: "odd" }, "noise"],
  };
  expect(lens.get(entity)).toEqual(["ABC"]);
  expect(lens.set(entity, ["abc", "new"])).toEqual({
    include: [
      { id: "ABC", targetType: "user", mode: "push" },
      { isRegistrationRequired: false, targetType: "group", id: "new" },
    ],
  });
  expect(targets("include").set(entity, null)).toEqual({ include: [] });
  expect(lens.get({ include: "not a list" })).toEqual([]);
});

describe("the targets of which something is true", () => {
  const lens = targetsWhere("include", "required", "required_groups");
  const entity = { include: [{ id: "A", required: true }, { id: "B" }, { required: false }] };

  it("change only where they say otherwise", () => {
    expect(lens.get(entity)).toEqual(["A"]);
    expect(lens.set(entity, ["b"])).toEqual({
      include: [{ id: "A", required: false }, { id: "B", required: true }, { required: false }],
    });
    expect(lens.set(entity, undefined)).toEqual({
      include: [{ id: "A", required: false }, { id: "B" }, { required: false }],
    });
  });

  it("are refused where the method has no such target", () => {
    const attempt = () => lens.set(entity, ["a", "stranger"]);
    expect(attempt).toThrow(DiagnosticError);
    expect(attempt).toThrow("required_groups: no target of the method: stranger");
  });
});

it("what all targets say alike is one word; where they differ, or say nothing, all of it is told", () => {
  const lens = ofEveryTarget("include", "mode");
  expect(lens.get({ include: [{ mode: "push" }, { mode: "push" }] })).toBe("push");
  expect(lens.get({ include: [{ mode: "push" }, { mode: "any" }, {}] })).toBe("any, none, push");
  expect([{ include: [] }, {}].map(lens.get)).toEqual([undefined, undefined]);
  expect(lens.set({ include: [{ id: "A", mode: "any" }, { id: "B" }] }, "push")).toEqual({
    include: [
      { id: "A", mode: "push" },
      { id: "B", mode: "push" },
    ],
  });
});

it("the one target is nobody where none is given, by Graph's own id for nobody", () => {
  const lens = target("feature.includeTarget");
  expect(["", null, undefined].map((none) => lens.set({}, none))).toEqual(
    Array.from({ length: 3 }, () => ({ feature: { includeTarget: { targetType: "group", id: NOBODY } } })),
  );
  expect(lens.get({ feature: { includeTarget: { id: NOBODY } } })).toBeUndefined();
  expect(lens.get({ feature: { includeTarget: "x" } })).toBeUndefined();
  const entity = { feature: { includeTarget: { id: "A", targetType: "user", note: 1 } } };
  expect(lens.get(entity)).toBe("A");
  expect(lens.set(entity, "B")).toEqual({
    feature: { includeTarget: { id: "B", targetType: "group", note: 1 } },
  });
});
