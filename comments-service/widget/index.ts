/** The widget's entry: the site's build bundles it, and the page needs nothing but the element's name. */
import { CommentThread } from "./element.ts";

customElements.define("comment-thread", CommentThread);
