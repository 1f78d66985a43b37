import { skippedAddressFault } from "../../../../provider/resources/connector/skipped-address";

test.each(["192.0.2.1", "192.0.2.0/24", "192.0.2.1-192.0.2.9", "2001:db8::25", "2001:db8::/32"])(
  "enhanced filtering may skip %s",
  (address) => {
    expect(skippedAddressFault(address)).toBeUndefined();
  },
);

test.each(["mail.contoso.com", "192.0.2.1-", "192.0.2.1-192.0.2.9-192.0.2.10", "192.0.2.0/33", "192.0.2"])(
  "%s is no address to skip",
  (address) => {
    expect(skippedAddressFault(address)).toMatchObject({ message: "not an address" });
  },
);
