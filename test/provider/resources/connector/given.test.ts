import { isEmpty, memberFaults } from "../../../../provider/resources/connector/given";

test("a set is surely empty when it is not set or has no members; one not known yet is not", () => {
  expect([null, [], undefined, ["contoso.com"]].map(isEmpty)).toEqual([true, true, false, false]);
});

test("every faulty member is told, at the attribute", () => {
  const odd = (text: string) => (text.length % 2 === 1 ? { message: `odd: ${text}` } : undefined);
  expect(memberFaults("smart_hosts", ["a", "bb", "ccc"], odd)).toEqual([
    { path: ["smart_hosts"], message: "odd: a" },
    { path: ["smart_hosts"], message: "odd: ccc" },
  ]);
  expect(memberFaults("smart_hosts", undefined, odd)).toEqual([]);
});
