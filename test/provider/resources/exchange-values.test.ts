import { changed, flag, given, names, text } from "../../../provider/resources/exchange-values";

it("reads address spaces as domains, in the configuration's spelling where both mean the same", () => {
  const connector = { SenderDomains: ["smtp:*.contoso.com;1", "smtp:Fabrikam.com;10"] };
  expect(names(connector, "SenderDomains")).toEqual(["*.contoso.com", "Fabrikam.com"]);
  expect(names(connector, "SenderDomains", ["fabrikam.com"])).toEqual(["*.contoso.com", "fabrikam.com"]);
});

it("takes a /32 and brackets for the bare address", () => {
  expect(names({ SenderIPAddresses: ["192.0.2.25/32"] }, "SenderIPAddresses", ["192.0.2.25"])).toEqual([
    "192.0.2.25",
  ]);
  expect(names({ SmartHosts: ["[192.0.2.26]"] }, "SmartHosts", ["192.0.2.26"])).toEqual(["192.0.2.26"]);
  expect(names({ SenderIPAddresses: ["192.0.2.0/24"] }, "SenderIPAddresses", ["192.0.2.0"])).toEqual([
    "192.0.2.0/24",
  ]);
});

it("keeps the configuration's way to say nothing: null, empty text, empty list", () => {
  expect(names({ EFUsers: [] }, "EFUsers", null)).toBeNull();
  expect(names({ EFUsers: null }, "EFUsers", [])).toEqual([]);
  expect(text({ Comment: "" }, "Comment", null)).toBeNull();
  expect(text({ Comment: null }, "Comment", "")).toBe("");
  expect(flag({}, "TestMode")).toBe(false);
});

it("sends a New- cmdlet what is set, and a Set- cmdlet what differs, cleared values included", () => {
  expect(
    given({ Name: "To the premises", Comment: "", TlsDomain: null, SmartHosts: [], Enabled: false }),
  ).toEqual({
    Name: "To the premises",
    Enabled: false,
  });
  expect(
    changed({ Name: "a", TlsDomain: null, SmartHosts: [] }, { Name: "a", TlsDomain: "b", SmartHosts: ["c"] }),
  ).toEqual({
    TlsDomain: null,
    SmartHosts: [],
  });
});
