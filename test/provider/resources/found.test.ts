import { CloudError } from "../../../provider/http/cloud-error";
import { found, unlessGone } from "../../../provider/resources/found";

const missing = new CloudError({
  status: 404,
  code: "ManagementObjectNotFoundException",
  message: "The operation couldn't be performed because object 'contoso.com' couldn't be found.",
});
const refused = new CloudError({ status: 403, code: "AccessDenied", message: "no role allows this" });

test("an object that Exchange does not know is none; any other failure is one", async () => {
  await expect(found(Promise.resolve([{ Name: "contoso.com" }]))).resolves.toEqual({ Name: "contoso.com" });
  await expect(found(Promise.resolve([]))).resolves.toBeUndefined();
  await expect(found(Promise.reject(missing))).resolves.toBeUndefined();
  await expect(found(Promise.reject(refused))).rejects.toBe(refused);
});

test("removing what is gone succeeds; a refusal does not", async () => {
  await expect(unlessGone(Promise.reject(missing))).resolves.toBeUndefined();
  await expect(unlessGone(Promise.reject(refused))).rejects.toBe(refused);
});
