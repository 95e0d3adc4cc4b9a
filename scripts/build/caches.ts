/** What builds keep for the next one, also in CI. */
export const buildCache = ".cache/kolumne";

/** What Node has compiled of the code. */
export const codeCache = `${buildCache}/code`;

/** What was drawn. A name says all that its bytes depend on. */
export const pictureCache = `${buildCache}/pictures`;
