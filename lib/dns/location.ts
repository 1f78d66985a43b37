/** A place on the Earth as LOC records have it (RFC 1876 §2), in numbers. Lengths in metres. */
export interface Location {
  /** 0 to 90. */
  readonly latDegrees: number;
  readonly latMinutes: number;
  /** To a thousandth. */
  readonly latSeconds: number;
  readonly latDirection: "N" | "S";
  /** 0 to 180. */
  readonly longDegrees: number;
  readonly longMinutes: number;
  /** To a thousandth. */
  readonly longSeconds: number;
  readonly longDirection: "E" | "W";
  /** Above the reference spheroid, -100000 to 42849672.95. */
  readonly altitude: number;
  /** The diameter of a sphere around it. */
  readonly size: number;
  readonly precisionHorz: number;
  readonly precisionVert: number;
}

const EQUATOR = 2 ** 31;
/** Altitudes are counted from here, in centimetres. */
const BASE = 10_000_000;

/** As it is on the wire. */
export function encodeLocation(place: Location): Uint8Array {
  const octets = new DataView(new ArrayBuffer(16));
  for (const [at, metres] of [place.size, place.precisionHorz, place.precisionVert].entries()) {
    const text = String(Math.round(metres * 100));
    octets.setUint8(1 + at, (Number(text[0]) << 4) | (text.length - 1));
  }
  const { latDegrees, latMinutes, latSeconds, longDegrees, longMinutes, longSeconds } = place;
  const lat = thousandths(latDegrees, latMinutes, latSeconds);
  const long = thousandths(longDegrees, longMinutes, longSeconds);
  octets.setUint32(4, EQUATOR + (place.latDirection === "N" ? lat : -lat));
  octets.setUint32(8, EQUATOR + (place.longDirection === "E" ? long : -long));
  octets.setUint32(12, Math.round(place.altitude * 100) + BASE);
  return new Uint8Array(octets.buffer);
}

function thousandths(degrees: number, minutes: number, seconds: number): number {
  return (degrees * 60 + minutes) * 60_000 + Math.round(seconds * 1000);
}

/** The opposite of {@link encodeLocation}; `undefined` for another version, and for what is no place. */
export function decodeLocation(octets: Uint8Array): Location | undefined {
  if (octets.length !== 16) return undefined;
  const view = new DataView(octets.buffer, octets.byteOffset, 16);
  const lengths = [1, 2, 3].map((at) => ({ digit: view.getUint8(at) >> 4, power: view.getUint8(at) & 15 }));
  if (view.getUint8(0) !== 0 || lengths.some(({ digit, power }) => digit > 9 || power > 9)) return undefined;
  const [size = 0, precisionHorz = 0, precisionVert = 0] = lengths.map(
    ({ digit, power }) => (digit * 10 ** power) / 100,
  );
  const [lat, long] = [view.getUint32(4) - EQUATOR, view.getUint32(8) - EQUATOR];
  const [latDegrees, latMinutes, latSeconds] = angle(lat);
  const [longDegrees, longMinutes, longSeconds] = angle(long);
  return {
    ...{ latDegrees, latMinutes, latSeconds, latDirection: lat < 0 ? "S" : "N" },
    ...{ longDegrees, longMinutes, longSeconds, longDirection: long < 0 ? "W" : "E" },
    ...{ altitude: (view.getUint32(12) - BASE) / 100, size, precisionHorz, precisionVert },
  };
}

function angle(signed: number): readonly [number, number, number] {
  const all = Math.abs(signed);
  return [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60, (all % 60_000) / 1000];
}
