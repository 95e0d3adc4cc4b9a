import { expect, test } from "vitest";
import {
  clientAddress,
  isLoopback,
  isLoopbackHost,
  networkOf,
  parseNetwork,
  senderNetworks,
} from "../../../comments-service/domain/client-address.ts";

const networks = (...texts: string[]) =>
  texts.map((text) => parseNetwork(text)).filter((network) => network !== null);

test.each([
  ["no proxy is configured", "192.0.2.1", "1.2.3.4", [], "192.0.2.1"],
  ["the peer is no proxy", "192.0.2.1", "1.2.3.4", ["10.0.0.0/8"], "192.0.2.1"],
  ["the proxy names one", "10.0.0.1", "1.2.3.4", ["10.0.0.0/8"], "1.2.3.4"],
  ["the reader put something before", "10.0.0.1", "6.6.6.6, 1.2.3.4", ["10.0.0.0/8"], "1.2.3.4"],
  [
    "two proxies stand in a row",
    "10.0.0.1",
    "6.6.6.6, 1.2.3.4, 10.0.0.2",
    ["10.0.0.0/8"],
    "1.2.3.4",
  ],
  ["only proxies are named", "10.0.0.1", "10.0.0.3, 10.0.0.2", ["10.0.0.0/8"], "10.0.0.3"],
  ["the proxy names nobody", "10.0.0.1", undefined, ["10.0.0.0/8"], "10.0.0.1"],
  ["the proxy names nonsense", "10.0.0.1", "1.2.3.4, unknown", ["10.0.0.0/8"], "10.0.0.1"],
  ["the proxy is seen as IPv4 in IPv6", "::ffff:10.0.0.1", "1.2.3.4", ["10.0.0.1"], "1.2.3.4"],
  ["the proxy speaks IPv6", "fd00::1", "2001:db8::7", ["fd00::/8"], "2001:db8::7"],
  ["the proxy names a port", "10.0.0.1", "1.2.3.4:50123", ["10.0.0.0/8"], "1.2.3.4"],
  ["it does so in IPv6", "10.0.0.1", "[2001:db8::7]:50123", ["10.0.0.0/8"], "2001:db8::7"],
  ["the proxy writes brackets", "10.0.0.1", "[2001:db8::7]", ["10.0.0.0/8"], "2001:db8::7"],
  ["a proxy in a row has a port", "10.0.0.1", "1.2.3.4, 10.0.0.2:80", ["10.0.0.0/8"], "1.2.3.4"],
  [
    "the proxies are all of IPv4 and the peer is not",
    "fd00::1",
    "1.2.3.4",
    ["0.0.0.0/0"],
    "fd00::1",
  ],
  ["an empty hop stands among them", "10.0.0.1", "1.2.3.4, ,10.0.0.2", ["10.0.0.0/8"], "1.2.3.4"],
  ["the peer is not known", null, "1.2.3.4", ["10.0.0.0/8"], null],
])("when %s", (_, peer, forwarded, proxies, client) => {
  expect(clientAddress(peer, forwarded, networks(...proxies))).toBe(client);
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::ffff:c000:201", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["nonsense", "unknown"],
  ["999.1.1.1", "unknown"],
  [null, "unknown"],
])("the sender %s is %s", (address, network) => {
  expect(senderNetworks(address)[64]).toBe(network);
});

test("the networks around a sender with IPv6 are wider, an address of IPv4 is its own", () => {
  expect(senderNetworks("2001:db8:1:23ff::1")).toEqual({
    64: "2001:db8:1:23ff",
    56: "2001:db8:1:2300",
    48: "2001:db8:1:0",
  });
  expect(senderNetworks("192.0.2.1")).toEqual({
    64: "192.0.2.1",
    56: "192.0.2.1",
    48: "192.0.2.1",
  });
});

test.each([
  ["192.0.2.255", "192.0.2.0/24"],
  ["::ffff:192.0.2.1", "192.0.2.0/24"],
  ["2001:db8:1:23ff::1", "2001:db8:1:0/48"],
  ["nonsense", "unknown/48"],
  [null, "unknown/48"],
])("%s counts once among %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("this machine is known by its addresses and names", () => {
  expect(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"].every(isLoopback)).toBe(true);
  expect(
    ["128.0.0.1", "::2", "localhost", "1::ffff:7f00:1", "0:0:0:0:0:fffe:7f00:1", null].some(
      isLoopback,
    ),
  ).toBe(false);
  expect(["localhost", "x.localhost", "127.0.0.1", "[::1]"].every(isLoopbackHost)).toBe(true);
  expect(["localhost.example", "notlocalhost", "example.org"].some(isLoopbackHost)).toBe(false);
});

test("a network is as long as its kind of address allows", () => {
  for (const given of [
    "10.0.0.0/32",
    "255.255.255.255",
    "10.0.0.0/0",
    "127.0.0.1",
    "::1",
    "2001:db8::/128",
  ])
    expect(parseNetwork(given)).not.toBeNull();
  for (const given of [
    "10.0.0.0/33",
    "::1/129",
    "10.0.0.0/x",
    "10.0.0.0/",
    "10.0.0/8",
    "10.0.0.256",
    "",
    "/8",
  ])
    expect(parseNetwork(given)).toBeNull();
  expect([parseNetwork("127.0.0.1")?.bits, parseNetwork("::1")?.bits]).toEqual([32, 128]);
});
