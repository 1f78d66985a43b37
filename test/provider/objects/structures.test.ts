import { PLACES, SENSITIVE_TYPES } from "../../../provider/objects/codec/structures";

describe("places", () => {
  it("are read by their names, whether they come as objects, texts, or one alone", () => {
    expect(PLACES.decode([{ Name: "All" }, "Sales"])).toEqual(["All", "Sales"]);
    expect(PLACES.decode({ Name: "https://contoso.sharepoint.com" })).toEqual([
      "https://contoso.sharepoint.com",
    ]);
    expect([PLACES.decode([{ DisplayName: "x" }]), PLACES.decode(null), PLACES.decode([])]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("kinds of sensitive information", () => {
  it("are read out of groups, lists and single ones, with a count where it is not one", () => {
    const raw = [
      { groups: [{ sensitivetypes: [{ name: "Credit Card Number", mincount: "5" }, "noise"] }, "noise"] },
      { name: "IBAN", mincount: 1 },
      { name: "SWIFT Code" },
      { id: "without a name" },
      null,
    ];
    expect(SENSITIVE_TYPES.decode(raw)).toEqual(["Credit Card Number;mincount=5", "IBAN", "SWIFT Code"]);
    expect(SENSITIVE_TYPES.decode({ name: "IBAN", mincount: 2 })).toEqual(["IBAN;mincount=2"]);
    expect([SENSITIVE_TYPES.decode(undefined), SENSITIVE_TYPES.decode([])]).toEqual([null, null]);
  });

  it("are sent with their type named, and a count only where one was written", () => {
    expect(SENSITIVE_TYPES.encode([" IBAN ", "Credit Card Number; mincount=5"])).toEqual([
      { "@odata.type": "#Exchange.GenericHashTable", name: "IBAN" },
      { "@odata.type": "#Exchange.GenericHashTable", name: "Credit Card Number", mincount: "5" },
    ]);
    expect(SENSITIVE_TYPES.encode("IBAN")).toEqual([]);
  });

  it("are the same in any case, and with a count of one said or not", () => {
    expect(SENSITIVE_TYPES.key("IBAN;mincount=01")).toBe(SENSITIVE_TYPES.key(" iban"));
    expect(SENSITIVE_TYPES.key("IBAN;mincount=2")).not.toBe(SENSITIVE_TYPES.key("IBAN"));
  });

  it.each(["", " ", ";mincount=5", "IBAN;mincount=0", "IBAN;maxcount=5", "IBAN;mincount=-1"])(
    "%j is refused",
    (written) => {
      expect(SENSITIVE_TYPES.fault?.(written)).toBe(
        `got ${JSON.stringify(written)}; expected a name, as Credit Card Number or Credit Card Number;mincount=5`,
      );
    },
  );

  it("a name of two lines is a name, with a count or without", () => {
    expect(["IBAN", "IBAN;mincount=5", "a\nb"].map((one) => SENSITIVE_TYPES.fault?.(one))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
