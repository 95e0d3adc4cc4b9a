// The same on every host, so nobody passes them in: package.json says which file `#crypto` is where.
export { hmacSha256 as keyedHash, isSame as isSameHash, sha256 } from "#crypto";
