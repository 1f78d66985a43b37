import { CloudError, cancelled } from "../../../provider/http/cloud-error";
import { readable } from "../../../provider/resources/readable";

test("a refusal is told by what cannot be read; what is stopped, and a fault of our own, stay what they are", async () => {
  await expect(readable("the report", Promise.resolve(1))).resolves.toBe(1);
  const refusal = new CloudError({ status: 403, code: "AccessDenied", message: "not for you" });
  await expect(readable("the report", Promise.reject(refusal))).rejects.toMatchObject({
    diagnostics: [{ summary: "the report cannot be read", detail: "not for you (AccessDenied)" }],
  });
  for (const other of [cancelled(), new TypeError("a fault")]) {
    await expect(readable("the report", Promise.reject(other))).rejects.toBe(other);
  }
});
