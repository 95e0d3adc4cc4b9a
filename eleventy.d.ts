/** The few types of Eleventy 3 that are used; it ships none. */
declare module "@11ty/eleventy" {
  export interface EleventyConfig {
    setInputDirectory(folder: string): void;
    setOutputDirectory(folder: string): void;
    setTemplateFormats(formats: readonly string[]): void;
    setQuietMode(quiet: boolean): void;
    setUseGitIgnore(use: boolean): void;
    addGlobalData(name: string, data: unknown): void;
    addTemplate(name: string, template: { data: object; render: (data: never) => string }): void;
  }

  export class Eleventy {
    constructor(
      input: undefined,
      output: undefined,
      options: { configPath: false; quietMode: boolean; config: (config: EleventyConfig) => void },
    );
    disableLogger(): void;
    init(): Promise<void>;
    readonly bench: { get(group: string): { setIsVerbose(isVerbose: boolean): void } };
    write(): Promise<unknown>;
  }
}

/** Eleventy's own development server. */
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface LiveSocket {
    on(event: "error", act: () => void): unknown;
    terminate(): void;
  }

  export default class EleventyDevServer {
    static getServer(
      name: string,
      folder: string,
      options: {
        port: number;
        portReassignmentRetryCount: number;
        domDiff: boolean;
        middleware: readonly ((
          request: IncomingMessage,
          response: ServerResponse,
          next: () => void,
        ) => void)[];
        messageOnStart: () => string;
        logger: Record<"info" | "log" | "error", (message: string) => void>;
      },
    ): EleventyDevServer;
    serve(port: number): void;
    ready(): Promise<void>;
    reload(event: { subtype?: string; files: string[]; build: object }): void;
    close(): Promise<void>;
    /** There from `ready` on. */
    readonly updateServer: {
      on(event: "connection", act: (socket: LiveSocket) => void): unknown;
    };
  }
}
