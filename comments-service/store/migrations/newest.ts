/** How many steps there are. It stands by itself, so that who only asks for it does not carry them along. */
export const newest = 11;
