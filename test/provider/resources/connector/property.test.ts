import {
  namesAlways,
  namesOrNull,
  onOff,
  type Properties,
  parametersOf,
  readSettings,
  textAlways,
  textOrNull,
} from "../../../../provider/resources/connector/property";

interface Settings {
  readonly name: string;
  readonly comment: string | null;
  readonly tls_domain: string | null;
  readonly enabled: boolean;
  readonly sender_domains: readonly string[];
  readonly smart_hosts: readonly string[] | null;
  readonly mta_sts_mode: string;
}

const properties: Properties<Settings> = {
  name: textAlways("Name"),
  comment: textOrNull("Comment", ""),
  tls_domain: textOrNull("TlsDomain"),
  enabled: onOff("Enabled"),
  sender_domains: namesAlways("SenderDomains"),
  smart_hosts: namesOrNull("SmartHosts"),
  mta_sts_mode: textAlways("MtaStsMode", "Opportunistic"),
};

test("what is not set is sent as what clears it, and read back as not set", () => {
  const bare: Settings = {
    name: "To the premises",
    comment: null,
    tls_domain: null,
    enabled: true,
    sender_domains: ["contoso.com"],
    smart_hosts: null,
    mta_sts_mode: "None",
  };
  const sent = parametersOf(properties, bare);
  expect(sent).toEqual({
    Name: "To the premises",
    Comment: "",
    TlsDomain: null,
    Enabled: true,
    SenderDomains: ["contoso.com"],
    SmartHosts: [],
    MtaStsMode: "None",
  });
  expect(readSettings(properties, sent, undefined)).toEqual(bare);
});

test("what Exchange leaves out is what it means by that", () => {
  expect(readSettings(properties, { Name: "x", SenderDomains: ["smtp:*;1"] }, undefined)).toEqual({
    name: "x",
    comment: null,
    tls_domain: null,
    enabled: false,
    sender_domains: ["*"],
    smart_hosts: null,
    mta_sts_mode: "Opportunistic",
  });
});
