import { FaultError } from "../../lib/fault";
import { FUNCTIONS } from "../../provider/functions/index";

const call = (name: string, argument: string) => FUNCTIONS[name]?.call([argument]);

it("mx_host: the host that Microsoft derives from a domain", () => {
  expect(call("mx_host", "contoso.com")).toBe("contoso-com.mail.protection.outlook.com");
  expect(call("mx_host", "Shop.Contoso.com.")).toBe("shop-contoso-com.mail.protection.outlook.com");
  expect(() => call("mx_host", "contoso..com")).toThrow(FaultError);
});

it("spf_lookups: the terms of a record that ask the DNS, and no record that is none", () => {
  expect(call("spf_lookups", "v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com mx a -all")).toBe(3);
  expect(call("spf_lookups", "v=spf1 -all include:_spf.contoso.com")).toBe(0);
  expect(call("spf_lookups", "v=spf1 redirect=_spf.contoso.com")).toBe(1);
  expect(() => call("spf_lookups", "v=spf1 inlcude:x -all")).toThrow(FaultError);
  expect(() => call("spf_lookups", "")).toThrow(FaultError);
});
