import { parentPort, workerData } from "node:worker_threads";
import { unpacker } from "./act-packing.ts";
import type { Answered, Asked } from "./act-packing.ts";
import { commitGroup, lookAndSave } from "./commit-group.ts";
import { connect } from "./connection.ts";
import { asStoreError } from "./errors.ts";

// It may stand in the way of other writers for so long, in milliseconds; readers do not notice.
const LOG_PATIENCE = 100;

// The thread that `writerBeside` starts. Its data is the path of the database file.
const connection = connect(workerData as string);
const unpack = unpacker();

parentPort?.on("message", (asked: Asked) => parentPort?.postMessage(answer(asked)));

function answer(asked: Asked): Answered {
  if (asked === "empty the log") return connection.emptyLog(LOG_PATIENCE);
  if (asked === "look") return look();
  if (asked === "close") {
    if (connection.raw.isOpen) connection.raw.close();
    return true;
  }
  return commitGroup(connection, unpack(asked));
}

function look(): Answered {
  try {
    return lookAndSave(connection);
  } catch (error) {
    return { unavailable: asStoreError(error).message };
  }
}
