import css from "../styles/thread.css";

// A sheet that a script makes is no markup: the page's policy, which knows its style by its hash, lets it pass (CSSOM, constructable style sheets).
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
