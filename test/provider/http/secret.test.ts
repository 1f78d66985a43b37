import { inspect } from "node:util";
import { redact, Secret } from "../../../provider/http/secret";

const TOKEN = "eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJodHRwcyJ9.c2lnbmF0dXJl_-x";

test("a secret shows itself only when it is told to", () => {
  const secret = new Secret("Xy8Q~secret");
  expect(`${secret} ${JSON.stringify({ secret })} ${inspect({ secret }, { showHidden: true })}`).toBe(
    '(secret) {"secret":"(secret)"} { secret: (secret) }',
  );
  expect(secret.reveal()).toBe("Xy8Q~secret");
});

test.each([
  [`the token ${TOKEN} is expired`, [], "the token (secret) is expired"],
  [`cut off: ${TOKEN.slice(0, 30)}`, [], "cut off: (secret)"],
  ["authorization: Bearer opaque/token+1==, host: x", [], "authorization: Bearer (secret), host: x"],
  ["client_secret=Xy8Q~a%2Bb&scope=x", ["Xy8Q~a+b"], "client_secret=(secret)&scope=x"],
  ["the object 'contoso.com' couldn't be found", [""], "the object 'contoso.com' couldn't be found"],
])("%s", (text, secrets, shown) => {
  expect(redact(text, ...secrets)).toBe(shown);
});
