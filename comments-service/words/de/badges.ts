/** What stands beside a writer's name, as in the thread. */
export const badges = {
  author: "Autor",
  editor: "Redaktion",
  ofThisArticle: " dieses Artikels",
  recommended: "Redaktionsempfehlung",
};
