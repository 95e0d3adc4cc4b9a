/** Where the page before ended, `time-id` in an address: the time and the id of its last comment; null when it says none. */
export function cursorOf(text: string | undefined): { asked: number; id: string } | null {
  const [, asked, id] = /^(\d{1,15})-([0-9a-f]{32})$/u.exec(text ?? "") ?? [];
  return asked === undefined || id === undefined ? null : { asked: Number(asked), id };
}
