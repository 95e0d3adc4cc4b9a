// Runs before each command, in whatever Node npm found: plain JavaScript, so that an old one can still say what is wrong.
// An older 24 does not know `import.meta.main`, and would do nothing without a word.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 2)) {
  console.error(
    `Kolumne needs Node 24.2 or newer; this is ${process.version}. Install it from https://nodejs.org, then run npm ci again.`,
  );
  process.exit(2);
}
