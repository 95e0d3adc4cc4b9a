import type { Form } from "./forms.ts";

export const en: readonly Form[] = [
  {
    title: "Paragraph",
    markdown: `A paragraph ends at an empty line. It may *stress* or **highlight** something, set "quotes",
lead to [another page](https://www.example.org/) and show \`code\` -- just as it is typed.`,
  },
  {
    title: "Subheads",
    markdown: `## What a corridor costs

Twelve steps lie between the doors.

### The sum

There and back they are twenty-four.`,
  },
  {
    title: "Lists",
    markdown: `- a chair
- a table
- a plant

1. Get up
2. Walk over`,
  },
  {
    title: "Quotation",
    markdown: `> As I have already written to you, I refer to my letter.`,
  },
  {
    title: "Pull quote",
    markdown: `> [!QUOTE] Henrike Vollmer
> An argument that has never stood in the rain is a draft.`,
  },
  {
    title: "Box",
    markdown: `> [!INFO] What class two means
> The class says what wind an open awning stands up to:
>
> - class 1: a moderate breeze, up to 28 km/h
> - class 2: a fresh breeze, up to 38 km/h`,
  },
  {
    title: "Interview",
    markdown: `**Mr Dorn, how do you know a good shelf?**

By nobody asking for one.

**And a bad one?**

By the wall behind it.`,
  },
  {
    title: "Table",
    markdown: `| Way            | Steps | Minutes |
| -------------- | ----: | ------: |
| to the printer |    31 |       1 |
| to marketing   |    24 |     1.5 |
| to the kitchen |    12 |       9 |`,
  },
  {
    title: "Picture",
    markdown: `![What the picture shows](picture.jpg "What one should know about it. | Photograph: Anna Kern")`,
    picture: "picture.jpg",
  },
  {
    title: "Footnote",
    markdown: `It was counted on a Tuesday.[^steps]

[^steps]: From one doorstep to the other, in outdoor shoes.`,
  },
  {
    title: "Video or post",
    markdown: `[A walk through the office village](https://www.youtube.com/watch?v=buerodorf)

[Mara Öhring on biscuits at meetings](https://norden.example/@mara/112233445566778899)`,
  },
];
