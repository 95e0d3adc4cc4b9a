/** An IP address as its groups: 4 of 8 bits, or 8 of 16 bits. */
type Groups = readonly number[];

/** A network in CIDR notation, read: `10.0.0.0/8`, or a single address. */
export interface Network {
  groups: Groups;
  bits: number;
}

/** Reads `127.0.0.1`, `::1` or `10.0.0.0/8`; null when it is none of these. */
export function parseNetwork(input: string): Network | null {
  const [address = "", length] = input.split("/");
  const groups = parseAddress(address);
  if (groups === null) return null;
  const most = groups.length === 4 ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/u.test(length) ? Number(length) : -1;
  return bits < 0 || bits > most ? null : { groups, bits };
}

/**
 * The address of the reader. The peer is who opened the connection; only when that is a configured proxy is
 * `X-Forwarded-For` believed, from its right end up to the first address that is no such proxy.
 */
export function clientAddress(
  peer: string | null,
  forwardedFor: string | undefined,
  proxies: readonly Network[],
): string | null {
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => withoutPort(hop.trim()))
    .filter((hop) => hop !== "");
  let client = peer;
  while (client !== null && isWithin(client, proxies)) {
    const hop = hops.pop();
    if (hop === undefined || parseAddress(hop) === null) break;
    client = hop;
  }
  return client;
}

/** Some proxies name a port too (`192.0.2.1:4711`, `[2001:db8::1]:4711`), or only the brackets. */
function withoutPort(hop: string): string {
  const [, bare] =
    /^\[([^\]]*)\](?::\d{1,5})?$/u.exec(hop) ?? /^([\d.]+):\d{1,5}$/u.exec(hop) ?? [];
  return bare ?? hop;
}

/**
 * What one sender commands: an IPv4 address, or networks of IPv6: the /64 that a household gets, the /56 that many providers give it,
 * the /48 that anybody can get. Unknown senders share one word.
 */
export function senderNetworks(address: string | null): Record<64 | 56 | 48, string> {
  const groups = address === null ? null : parseAddress(address);
  const same = (network: string) => ({ 64: network, 56: network, 48: network });
  if (groups === null) return same("unknown");
  if (groups.length === 4) return same(groups.join("."));
  const [first = 0, second = 0, third = 0, fourth = 0] = groups;
  const network = (last: number) =>
    [first, second, third, last].map((group) => group.toString(16)).join(":");
  return { 64: network(fourth), 56: network(fourth & 0xff00), 48: network(0) };
}

/**
 * What counts once, where one who rents a few machines shall not count for many: the /48 of IPv6, and the /24 of IPv4. Wider than a
 * sender, so only for what neighbours do not lose by it: what they do not get together by reporting, the desk gets to read all the
 * same, and whose address is known in a network has a share of his own (see shares.ts).
 */
export function networkOf(address: string | null): string {
  const groups = address === null ? null : parseAddress(address);
  return groups?.length === 4
    ? `${groups.slice(0, 3).join(".")}.0/24`
    : `${senderNetworks(address)[48]}/48`;
}

/** Whether the address is this machine's own. */
export function isLoopback(address: string | null): boolean {
  return address !== null && isWithin(address, loopback);
}

/** Whether the host name of a URL is this machine's own. */
export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/gu, "");
  return name === "localhost" || name.endsWith(".localhost") || isLoopback(name);
}

const loopback: readonly Network[] = [
  { groups: [127, 0, 0, 0], bits: 8 },
  { groups: [0, 0, 0, 0, 0, 0, 0, 1], bits: 128 },
];

function isWithin(address: string, networks: readonly Network[]): boolean {
  const groups = parseAddress(address);
  return groups !== null && networks.some((network) => contains(network, groups));
}

function contains({ groups, bits }: Network, address: Groups): boolean {
  if (groups.length !== address.length) return false;
  const width = groups.length === 4 ? 8 : 16;
  return groups.every((group, index) => {
    const shared = Math.min(Math.max(bits - index * width, 0), width);
    const shift = width - shared;
    return group >> shift === (address[index] ?? 0) >> shift;
  });
}

/** The groups of an address. An IPv4 address inside IPv6 (`::ffff:192.0.2.1`, how Node names its peers) is that IPv4 address. */
function parseAddress(text: string): Groups | null {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(text)) {
    const groups = text.split(".").map(Number);
    return groups.every((group) => group <= 255) ? groups : null;
  }
  return text.length <= 64 && text.includes(":") ? parseIPv6(text) : null;
}

function parseIPv6(text: string): Groups | null {
  // The web's own parser knows every spelling; the zone (`%eth0`) is no part of the address.
  const host = URL.parse(`http://[${text.split("%")[0]}]`)?.hostname;
  if (host === undefined) return null;
  const [head = "", tail] = host.slice(1, -1).split("::");
  const before = hexGroups(head);
  const after = hexGroups(tail ?? "");
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => 0), ...after];
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? [high >> 8, high & 255, low >> 8, low & 255] : groups;
}

function hexGroups(text: string): number[] {
  return text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
}
