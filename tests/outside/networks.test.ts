import { describe, expect, it } from 'vitest';
import { countedAddress, readNetworks } from '#app/outside/networks.server.ts';

describe('networks', () => {
  const networks = readNetworks('192.168.1.0/24, 10.0.0.7, 2001:db8:a::/48,::1');

  it.each([
    ['192.168.1.0', true],
    ['192.168.1.255', true],
    ['192.168.2.1', false],
    ['10.0.0.7', true],
    ['10.0.0.8', false],
    ['2001:db8:a:1::5', true],
    ['2001:0db8:000a:ffff::', true],
    ['2001:db8:b::1', false],
    ['::1', true],
    ['', false],
    ['192.168.1', false],
    ['office', false],
  ])('%s is inside: %s', (address, inside) => {
    expect(networks?.includes(address)).toBe(inside);
  });

  it('are none where one of them is none', () => {
    for (const text of [
      '',
      ',',
      '192.168.1.0/',
      '192.168.1.0/-1',
      '192.168.1.0/x',
      '192.168.1/24',
      '::/200',
      'a',
    ])
      expect(readNetworks(text), text).toBeNull();
  });
});

describe('an address is counted', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['nowhere', 'nowhere'],
  ])('%s as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });
});
