import { Lazy, Token } from "cdktf";
import { plainCopy } from "../../stacks/plain";

test("plain data is copied, without what is undefined", () => {
  const value = { a: undefined, b: null, c: [1, undefined, "x"], d: { e: true } };
  expect(plainCopy(value)).toEqual({ b: null, c: [1, "x"], d: { e: true } });
});

test("what may hold a token is left to cdktf, wherever it stands", () => {
  const lazy = Lazy.stringValue({ produce: () => "later" });
  const token = Token.asString(lazy);
  const held: readonly object[] = [
    { a: token },
    { a: [token] },
    { [token]: "a" },
    { a: { b: [Token.asNumber(lazy)] } },
    { a: Number.NaN },
    { a: () => "later" },
    { a: new Date(0) },
    [1],
  ];
  expect(held.map(plainCopy)).toEqual(held.map(() => undefined));
});
