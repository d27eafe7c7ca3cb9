import { createSign, generateKeyPairSync } from 'node:crypto';

/** A certificate that nobody vouches for but itself, and its key, both as PEM. */
export interface SelfSigned {
  readonly cert: string;
  readonly key: string;
}

const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...parts: readonly Uint8Array[]) => tagged(0x30, ...parts);
const identifier = (...bytes: readonly number[]) => tagged(0x06, Buffer.from(bytes));
const bits = (bytes: Uint8Array) => tagged(0x03, Buffer.from([0]), bytes);
const text = (tag: number, value: string) => tagged(tag, Buffer.from(value, 'latin1'));

const ecdsaWithSha256 = sequence(identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const nameOf = (name: string) =>
  sequence(tagged(0x31, sequence(identifier(0x55, 0x04, 0x03), text(0x0c, name))));

/**
 * Makes a certificate for `localhost` and 127.0.0.1 that is right in all but its issuer (X.509 version 3, RFC 5280; DER
 * is written out, so that no program has to be there for it): valid from 2020 to 2049.
 */
export function selfSigned(): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const names = sequence(text(0x82, 'localhost'), tagged(0x87, Buffer.from([127, 0, 0, 1])));
  const extension = sequence(identifier(0x55, 0x1d, 0x11), tagged(0x04, names));
  const content = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    nameOf('localhost'),
    sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z')),
    nameOf('localhost'),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension)),
  );
  const signature = createSign('sha256').update(content).sign(privateKey);
  const der = sequence(content, ecdsaWithSha256, bits(signature));
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
