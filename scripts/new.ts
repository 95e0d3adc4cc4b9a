import { runCommand } from "./command.ts";
import { addFile } from "./new/add-file.ts";

/** npm run new -- article|author|column|page "Title" [--content DIR] [--column NAME] [--author NAME] [--description TEXT] [--slug NAME] */
await runCommand(() => addFile());
