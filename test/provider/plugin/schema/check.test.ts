import { num, str } from "../../../../provider/plugin/index";
import { checkMembers } from "../../../../provider/plugin/schema/check";

test("a schema that Terraform would refuse does not start", () => {
  expect(() => checkMembers({ Name: str({ required: true }) }, "t_x")).toThrow(
    "t_x.Name: names are lower-case",
  );
  expect(() => checkMembers({ count: num({ optional: true }) }, "t_x")).toThrow(
    "t_x.count: the name is Terraform's own",
  );
  expect(() => checkMembers({ name: str() }, "t_x")).toThrow("required, optional or computed");
});
