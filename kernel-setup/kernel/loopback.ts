import { isIPv4 } from 'node:net';

/**
 * The address at which this computer alone can be reached, in the form that zeromq binds: 127.x, ::1, or localhost.
 *
 * @returns undefined for every other address, such as `0.0.0.0` or `*`, at which the network could run code here.
 */
export function loopback(ip: string): string | undefined {
  if (ip === 'localhost') return '127.0.0.1';
  if (isIPv4(ip) && ip.startsWith('127.')) return ip;
  return ip === '::1' || ip === '[::1]' ? '[::1]' : undefined;
}
