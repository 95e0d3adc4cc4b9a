// Runs before each command, in whatever Node npm found: plain JavaScript, so that an old one can still say what is wrong.
const [major] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(
    `Kolumne needs Node 24 or newer; this is ${process.version}. Install it from https://nodejs.org, then run npm ci again.`,
  );
  process.exit(2);
}
