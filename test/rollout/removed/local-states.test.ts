import fc from "fast-check";
import { localStates } from "../../../rollout/removed/local-states";
import { folderWith, write } from "../../cli/command";
import { temporaryFolder } from "../../support/temp";

const DOMAIN = fc
  .tuple(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/), fc.constantFrom("contoso.com", "example"))
  .map((labels) => labels.join("."));

test.each<[string, string, readonly string[], Readonly<Record<string, string>>]>([
  [
    "a file a stack, and nothing of what lies beside them",
    "state/{stack}.tfstate",
    [
      "state/contoso.com.tfstate",
      "state/contoso.com.tfstate.backup",
      "state/.contoso.com.tfstate.lock.info",
      "state/network.tfstate",
      "state/tenant-contoso.tfstate",
      "state/tenant-.tfstate",
      "state/Contoso.net.tfstate",
    ],
    {
      "contoso.com": "state/contoso.com.tfstate",
      "tenant-contoso": "state/tenant-contoso.tfstate",
    },
  ],
  [
    "a folder a stack",
    "./states/{stack}/mail.tfstate",
    ["states/contoso.com/mail.tfstate", "states/readme.md", "states/x/mail.tfstate"],
    { "contoso.com": "states/contoso.com/mail.tfstate" },
  ],
  [
    "the name twice in one place, and again behind it",
    "s/{stack}-{stack}/{stack}.json",
    ["s/contoso.com-contoso.com/contoso.com.json", "s/contoso.com-contoso.net/contoso.com.json"],
    { "contoso.com": "s/contoso.com-contoso.com/contoso.com.json" },
  ],
  [
    "a pattern with nothing behind the name",
    "state/{stack}",
    ["state/contoso.com", "state/contoso.com.backup"],
    { "contoso.com": "state/contoso.com" },
  ],
  [
    "a pattern that is the same for every stack tells none",
    "state/terraform.tfstate",
    ["state/terraform.tfstate"],
    {},
  ],
  ["an empty pattern", ".", ["contoso.com"], {}],
  ["no folder", "nowhere/{stack}.tfstate", [], {}],
])("%s", (_, pattern, files, expected) => {
  const folder = folderWith(Object.fromEntries(files.map((file) => [file, "{}"])));
  const found = [...localStates(folder, pattern)].map(([name, path]) => [
    name,
    path.slice(folder.length + 1),
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

test("whatever a stack is called, its state is found where the pattern puts it", () => {
  const patterns = ["{stack}.tfstate", "a-{stack}-b/{stack}", "mail.{stack}.com/x"];
  fc.assert(
    fc.property(fc.constantFrom(...patterns), fc.uniqueArray(DOMAIN, { maxLength: 4 }), (pattern, names) => {
      const folder = temporaryFolder();
      const paths = names.map((name) => [name, pattern.replaceAll("{stack}", name)] as const);
      for (const [, path] of paths) write(folder, path, "{}");
      expect(localStates(folder, pattern)).toEqual(
        new Map(paths.map(([name, path]) => [name, `${folder}/${path}`])),
      );
    }),
    { numRuns: 40 },
  );
});

test("a pattern from the root is looked for there, not in the project", () => {
  const states = folderWith({ "contoso.com.tfstate": "{}" });
  expect(localStates(temporaryFolder(), `${states}/{stack}.tfstate`)).toEqual(
    new Map([["contoso.com", `${states}/contoso.com.tfstate`]]),
  );
});
