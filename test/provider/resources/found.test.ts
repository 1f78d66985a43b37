import { CloudError } from "../../../provider/http/cloud-error";
import { found, unlessGone } from "../../../provider/resources/found";

const ROWS = [
  { Name: "To gateway", Guid: "0f6e3b1c-1111-4111-8111-000000000001" },
  { Name: "From partner", Guid: "0f6e3b1c-1111-4111-8111-000000000002" },
  { DomainName: "contoso.com" },
];

test("a row is the one that was asked for, by its Guid, its name or its domain", async () => {
  expect(await found("FROM PARTNER", Promise.resolve(ROWS))).toBe(ROWS[1]);
  expect(await found("0F6E3B1C-1111-4111-8111-000000000001", Promise.resolve(ROWS))).toBe(ROWS[0]);
  expect(await found("contoso.com", Promise.resolve(ROWS))).toBe(ROWS[2]);
});

test("all there are, given for one that does not exist, are none", async () => {
  expect(await found("To the other gateway", Promise.resolve(ROWS))).toBeUndefined();
  expect(await found("undefined", Promise.resolve(ROWS))).toBeUndefined();
});

test("what Exchange does not find is none; what it cannot say is no answer", async () => {
  const refused = (status: number, code: string) =>
    found("x", Promise.reject(new CloudError({ status, code, message: "No." })));
  expect(await refused(404, "ManagementObjectNotFoundException")).toBeUndefined();
  await expect(refused(500, "TaskException")).rejects.toThrow("No.");
});

test("removing what is gone succeeds; a refusal does not", async () => {
  const missing = new CloudError({
    status: 404,
    code: "ManagementObjectNotFoundException",
    message: "The operation couldn't be performed because object 'contoso.com' couldn't be found.",
  });
  const refused = new CloudError({ status: 403, code: "AccessDenied", message: "no role allows this" });
  await expect(unlessGone(Promise.reject(missing))).resolves.toBeNull();
  await expect(unlessGone(Promise.resolve("there"))).resolves.toBe("there");
  await expect(unlessGone(Promise.reject(refused))).rejects.toBe(refused);
});
