// Loaded before the program: another time, and other random numbers. A program that asked either would show it.
const LATER = 400 * 24 * 3600 * 1000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + LATER] : parts));
  }

  static now() {
    return RealDate.now() + LATER;
  }
};
Math.random = () => 0.123456789;
