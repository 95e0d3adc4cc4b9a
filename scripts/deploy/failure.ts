/** A deployment that did not go through, for a reason that lies outside: a connection, a disk, another deployment. */
export class DeployFailure extends Error {
  override readonly name = "DeployFailure";

  /** @param fault what happened, in words */
  constructor(fault: string, options?: ErrorOptions) {
    super(`${fault}: what was online stays online`, options);
  }
}
