/**
 * Names of properties that the widget's parts use among themselves, which the bundle shortens: some 300 bytes brotli less. None of them may be one of
 * the DOM or of the wire, which a test looks for, or what a module exports, which the bundle leaves as it is.
 */
export const ownNames: readonly string[] = `
  again almost another away busy codeAgain codeMissing codeSent codeWrong edit enter erase
  eraseNow mailAgain mailed mailedAgain mayBeLate moreReplies nameless
  notFound newer noticeSignedIn ofThis older orders outdated pictureWrong readOn
  reallyErase reasons refused reported scopes sendCode sending signIn signInHint
  signInTitle signOut signedInAs signedOut tooLate toNotice why wrong yours
  account acts added edited note oclock reply words answered home isCode isQuote leave said wishes
`
  .trim()
  .split(/\s+/u);
