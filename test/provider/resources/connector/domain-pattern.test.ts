import { domainPatternFault } from "../../../../provider/resources/connector/domain-pattern";

test.each(["contoso.com", "*.contoso.com", "*"])("%s is a domain that connectors take", (pattern) => {
  expect(domainPatternFault(pattern)).toBeUndefined();
});

test.each(["*.*.contoso.com", "mail.*", "contoso..com", "*contoso.com", ""])("%p is none", (pattern) => {
  expect(domainPatternFault(pattern)).toMatchObject({
    received: JSON.stringify(pattern),
    expected: 'a domain, "*.contoso.com" with its subdomains, or "*"',
  });
});
