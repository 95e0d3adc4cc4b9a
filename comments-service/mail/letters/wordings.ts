/**
 * The names of what a reader agrees to, kept with each comment and subscription as part of the double opt-in record. Whoever changes
 * what is asked gives it a new name.
 */
/** A guest: the mailed letter (confirm.ts). */
export const confirmWordings = { de: "confirm.de.4", en: "confirm.en.4" } as const;
/** A signed-in reader: the words under the form. */
export const signedInWordings = { de: "signed-in.de.1", en: "signed-in.en.1" } as const;
/** The choice in the form, and what the letter to a guest repeats of it. */
export const notifyWordings = { de: "notify.de.2", en: "notify.en.1" } as const;
