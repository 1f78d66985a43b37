import { addDirectorySyncCheck } from "../../../constructs/identity/directory-sync-check";
import { MailStack } from "../../../stacks/mail-stack";
import { synthesized } from "../../support/synth";

type Plan = Parameters<typeof addDirectorySyncCheck>[1];

const looked = (plan: Partial<Plan>) =>
  synthesized((stack) => addDirectorySyncCheck(stack, { writeback: [], ...plan } as Plan), MailStack).data;

test("without an age nothing is looked at", () => {
  expect(looked({})).toBeUndefined();
  expect(looked({ maxAge: 3 })).toEqual({
    m365_directory_sync: { DirectorySync: { max_age: 3, assert: true } },
  });
});

test("writeback needs a licence", () => {
  const writeback = [{ domain: "corp.contoso.com" }] as unknown as Plan["writeback"];
  expect(looked({ maxAge: 3, writeback })).toEqual({
    m365_directory_sync: { DirectorySync: { max_age: 3, licensed: true, assert: true } },
  });
});
