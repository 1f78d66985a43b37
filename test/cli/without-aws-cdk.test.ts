import { folderWith, mailHygiene } from "./command";

jest.mock("aws-cdk-lib/package.json", () => {
  throw new Error("Cannot find module");
});

const MIXED = `version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} } }
  fabrikam.com: { profile: parked, zone: { route53: {} } }
`;

describe("an estate with a domain at Route 53 where aws-cdk-lib is not installed", () => {
  const folder = folderWith({ "estate.yaml": MIXED });

  test("is synthesized as far as its other domains go", async () => {
    expect(await mailHygiene(folder, "synth", "estate.yaml", "-d", "contoso.com")).toMatchObject({
      code: 0,
      out: "1 stack written to cdktf.out\n",
    });
  });

  test.each([[[]], [["-d", "fabrikam.com"]]])("asks for it with %j", async (more) => {
    const { code, err } = await mailHygiene(folder, "synth", "estate.yaml", ...more);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining("domains at Route 53 need the package aws-cdk-lib"),
    ]);
  });
});
