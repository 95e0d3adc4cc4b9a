/** An action as the workflows use it. */
interface Action {
  readonly version: string;
  /** The commit of the version's tag, from the action's own repository. */
  readonly commit: string;
  /** The inputs that its `action.yml` names at that commit. */
  readonly inputs: readonly string[];
}

/** What the bot raises in the workflows is raised here by hand: from the action's repository, at the new tag. */
export const actions: Readonly<Record<string, Action>> = {
  "actions/checkout": {
    version: "v7.0.1",
    commit: "3d3c42e5aac5ba805825da76410c181273ba90b1",
    inputs: [
      "repository",
      "ref",
      "token",
      "ssh-key",
      "ssh-known-hosts",
      "ssh-strict",
      "ssh-user",
      "persist-credentials",
      "path",
      "clean",
      "filter",
      "sparse-checkout",
      "sparse-checkout-cone-mode",
      "fetch-depth",
      "fetch-tags",
      "show-progress",
      "lfs",
      "submodules",
      "set-safe-directory",
      "github-server-url",
      "allow-unsafe-pr-checkout",
    ],
  },
  "actions/setup-node": {
    version: "v7.0.0",
    commit: "820762786026740c76f36085b0efc47a31fe5020",
    inputs: [
      "node-version",
      "node-version-file",
      "architecture",
      "check-latest",
      "registry-url",
      "scope",
      "token",
      "cache",
      "package-manager-cache",
      "cache-dependency-path",
      "mirror",
      "mirror-token",
    ],
  },
  "actions/cache": {
    version: "v5.0.5",
    commit: "27d5ce7f107fe9357f9df03efb73ab90386fccae",
    inputs: [
      "path",
      "key",
      "restore-keys",
      "upload-chunk-size",
      "enableCrossOsArchive",
      "fail-on-cache-miss",
      "lookup-only",
      "save-always",
    ],
  },
  "actions/cache/restore": {
    version: "v5.0.5",
    commit: "27d5ce7f107fe9357f9df03efb73ab90386fccae",
    inputs: [
      "path",
      "key",
      "restore-keys",
      "enableCrossOsArchive",
      "fail-on-cache-miss",
      "lookup-only",
    ],
  },
  "actions/upload-artifact": {
    version: "v7.0.0",
    commit: "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
    inputs: [
      "name",
      "path",
      "if-no-files-found",
      "retention-days",
      "compression-level",
      "overwrite",
      "include-hidden-files",
      "archive",
    ],
  },
};
