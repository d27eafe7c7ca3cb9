import { BlockList, isIP } from 'node:net';

/** Networks from which something may be reached. */
export interface Networks {
  readonly includes: (address: string) => boolean;
}

/**
 * Reads networks as people write them, `192.168.1.0/24, 2001:db8::/32, 10.0.0.7`: addresses with how many leading bits
 * count, or single addresses. Null where any of them is none; a list that named nothing would shut everybody out.
 */
export function readNetworks(text: string): Networks | null {
  const list = new BlockList();
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts) {
    const [address = '', bits, ...rest] = part.split('/');
    const version = isIP(address);
    if (version === 0 || rest.length > 0) return null;
    const family = version === 6 ? 'ipv6' : 'ipv4';
    const most = version === 6 ? 128 : 32;
    if (bits === undefined) list.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= most) list.addSubnet(address, Number(bits), family);
    else return null;
  }
  return {
    includes: (address) => {
      const version = isIP(address);
      return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
    },
  };
}

/**
 * What an address is counted as: itself, or for IPv6 the first 64 bits, for whoever has one address of such a network has
 * them all (RFC 4291, 2.5.4; RFC 6177).
 */
export function countedAddress(address: string): string {
  const plain = address.split('%', 1)[0] ?? '';
  if (isIP(plain) !== 6) return address;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...after];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
