import type { Site } from "../../domain/thread-list.ts";

/** What stands below a code or a link that others may have asked for: how its owner gets in all the same. */
export function wayInSentence(link: string, language: Site["language"]): string {
  return {
    de: `Kommen solche E-Mails, ohne dass Sie sie angefordert haben, und kommt keine mehr, wenn Sie selbst eine anfordern? Dann öffnen Sie diesen Link dort, wo Sie sich anmelden wollen; er gilt einen Tag lang:\n\n${link}`,
    en: `Do such e-mails come without your asking, and none when you do ask for one? Then open this link where you want to sign in; it works for a day:\n\n${link}`,
  }[language];
}
