import { addDirectorySyncCheck } from "../../../constructs/identity/directory-sync-check";
import { MailStack } from "../../../stacks/mail-stack";
import { synthesized } from "../../support/synth";

type Arguments = Parameters<typeof addDirectorySyncCheck>;

const looked = (looking: Arguments[1], plan: Partial<Arguments[2]>) => {
  const json = synthesized(
    (stack) => addDirectorySyncCheck(stack, looking, { writeback: [], ...plan } as Arguments[2]),
    MailStack,
  );
  return { provider: json.provider, data: json.data };
};

const PLAIN = { cloud: "worldwide", tenantId: undefined, credentials: undefined } as const;

test("without an age nothing is looked at", () => {
  expect(looked(PLAIN, {})).toEqual({ provider: undefined, data: undefined });
});

test("the provider is told the cloud, and tenant and credentials where the estate does", () => {
  const data = { m365_directory_sync: { DirectorySync: { max_age: 3, assert: true } } };
  expect(looked(PLAIN, { maxAge: 3 })).toEqual({ provider: { m365: [{ environment: "public" }] }, data });
  const own = {
    cloud: "gcc-high",
    tenantId: "11111111-1111-4111-8111-111111111111",
    credentials: { prefix: "CONTOSO" },
  } as const;
  expect(looked(own, { maxAge: 3 }).provider).toEqual({
    m365: [{ environment: "usgovernmentl4", tenant_id: own.tenantId, credentials_prefix: "CONTOSO" }],
  });
});

test("writeback needs a licence", () => {
  const writeback = [{ domain: "corp.contoso.com" }] as unknown as Arguments[2]["writeback"];
  expect(looked(PLAIN, { maxAge: 3, writeback }).data).toEqual({
    m365_directory_sync: { DirectorySync: { max_age: 3, licensed: true, assert: true } },
  });
});
