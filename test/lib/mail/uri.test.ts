import { parseRecordUri } from "../../../lib/mail/uri";

const faultsOf = (text: string, schemes?: readonly ("mailto" | "https")[]) => {
  const result = parseRecordUri(text, schemes);
  return result.ok ? [] : result.faults;
};

test("a mail address keeps its spelling and tells its domain in lower case", () => {
  expect(parseRecordUri("mailto:DMARC@Contoso.com")).toEqual({
    ok: true,
    value: { uri: "mailto:DMARC@Contoso.com", scheme: "mailto", domain: "contoso.com" },
  });
});

test("a reporting service's address with plus, percent-encoding and headers is valid", () => {
  for (const uri of [
    "mailto:dmarc+contoso.com@reports.example.net",
    "mailto:a%21b@contoso.com",
    "mailto:%22dmarc%20reports%22@contoso.com",
    "mailto:dmarc@contoso.com?subject=report",
  ]) {
    expect(faultsOf(uri)).toEqual([]);
  }
});

test("a bare address is fixed by mailto:", () => {
  expect(faultsOf("dmarc@contoso.com", ["mailto"])).toEqual([
    {
      message: "not a URI",
      received: '"dmarc@contoso.com"',
      expected: "mailto:reports@contoso.com",
      fix: "write mailto:dmarc@contoso.com",
    },
  ]);
});

test.each([
  [",", "mailto:a,b@contoso.com", "write %2C", 8],
  ["!", "mailto:a!b@contoso.com", "write %21", 8],
  [";", "mailto:a@contoso.com;b", "write %3B", 20],
  [" ", "mailto:a b@contoso.com", "write %20", 8],
  ["é", "mailto:é@contoso.com", "write %C3%A9", 7],
])("%j must be percent-encoded", (character, uri, fix, offset) => {
  expect(faultsOf(uri)).toEqual([
    {
      at: { offset, length: 1 },
      message: `${JSON.stringify(character)} may not stand in this URI`,
      received: JSON.stringify(uri),
      fix,
    },
  ]);
});

test("a percent sign needs two hexadecimal digits", () => {
  expect(faultsOf("mailto:50%@contoso.com")[0]?.expected).toBe("two hexadecimal digits after %");
});

test("an address has a local part of atoms and a domain that DNS can hold", () => {
  expect(faultsOf("mailto:dmarc")[0]?.message).toBe("no mail address");
  expect(faultsOf("mailto:%FF@contoso.com")[0]?.message).toBe("no mail address");
  expect(faultsOf(`mailto:${"a".repeat(65)}@contoso.com`)[0]?.message).toBe(
    "local part of the mail address is not valid",
  );
  expect(faultsOf("mailto:.dmarc.@contoso_mail.com").map(({ message }) => message)).toEqual([
    "local part of the mail address is not valid",
    'label "contoso_mail" is not legal in a host name',
  ]);
});

test("https: needs a host; a port may follow it, credentials may not stand before it", () => {
  expect(parseRecordUri("https://tls.contoso.com:8443/v1/report", ["https"])).toEqual({
    ok: true,
    value: { uri: "https://tls.contoso.com:8443/v1/report", scheme: "https", domain: "tls.contoso.com" },
  });
  expect(faultsOf("https:/contoso.com/logo.svg", ["https"])[0]?.message).toBe("no host");
  expect(faultsOf("https://user@contoso.com/", ["https"])).toHaveLength(1);
});

test("http: is refused where https: is wanted, with the fix", () => {
  expect(faultsOf("http://contoso.com/logo.svg", ["https"])).toEqual([
    {
      message: 'URI scheme "http" is not used here',
      received: '"http://contoso.com/logo.svg"',
      expected: "https://reports.contoso.com/",
      fix: "write https://contoso.com/logo.svg",
    },
  ]);
});

test("without a list of schemes any scheme is kept, its domain unknown", () => {
  expect(parseRecordUri("ftp://contoso.com/x")).toEqual({
    ok: true,
    value: { uri: "ftp://contoso.com/x", scheme: "ftp" },
  });
});
