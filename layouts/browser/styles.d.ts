/** The build gives a style as its text, shortened. */
declare module "*.css" {
  const text: string;
  export default text;
}
