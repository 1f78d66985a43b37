import { UNKNOWN } from "../../../provider/plugin/index";
import {
  domainName,
  faultDiagnostic,
  given,
  givenSet,
  oneOf,
  seconds,
} from "../../../provider/resources/attributes";

test("a choice is taken in its own spelling only", () => {
  const type = oneOf<string>("Partner", "OnPremises");
  expect(type("OnPremises")).toBeUndefined();
  expect(type("onpremises")).toBe('got "onpremises"; expected Partner | OnPremises');
});

test("a domain is written as Microsoft writes it", () => {
  expect(domainName("contoso.com")).toBeUndefined();
  expect(domainName("Contoso.com.")).toBe('got "Contoso.com."; write contoso.com');
  expect(domainName("contoso..com")).toContain("contoso..com");
});

test("time is whole seconds, 0 for a single look", () => {
  expect([0, 600].map(seconds)).toEqual([undefined, undefined]);
  expect(seconds(0.5)).toBe("got 0.5; expected whole seconds");
  expect(seconds(-1)).toBe("got -1; expected whole seconds");
});

test("what is not known yet stays apart from what is not set", () => {
  expect([given(UNKNOWN), given(null), given(false)]).toEqual([undefined, null, false]);
  expect(givenSet(UNKNOWN)).toBeUndefined();
  expect(givenSet(null)).toBeNull();
  expect(givenSet(["contoso.com"])).toEqual(["contoso.com"]);
  expect(givenSet(["contoso.com", UNKNOWN])).toBeUndefined();
});

test("a fault stands at its attribute, and its path is not said twice", () => {
  const fault = { message: "not an address", received: '"x"', expected: "an IPv4 address" };
  expect(faultDiagnostic({ ...fault, path: ["smart_hosts"] })).toEqual({
    summary: "smart_hosts: not an address",
    detail: 'not an address, got "x"; expected an IPv4 address.',
    path: ["smart_hosts"],
  });
  expect(faultDiagnostic(fault)).toEqual({
    summary: "not an address",
    detail: 'not an address, got "x"; expected an IPv4 address.',
  });
});
