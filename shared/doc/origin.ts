/** A change that a person made through a command; undo tracks exactly these. */
export class CommandOrigin {
  readonly source = 'command'
  /** Tool, verb and noun, for example `ideas/cluster`. */
  readonly command: string
  readonly actorId: string

  constructor(command: string, actorId: string) {
    this.command = command
    this.actorId = actorId
  }
}

/** Where a transaction came from. Undo, attribution and fan-out all read it. */
export type Origin =
  | CommandOrigin
  | { readonly source: 'clients' }
  | { readonly source: 'governed'; readonly act: string }
  | { readonly source: 'migration'; readonly name: string }
  | { readonly source: 'log' }

/** The origin of a command's transaction. */
export function commandOrigin(command: string, actor: { readonly id: string }): CommandOrigin {
  return new CommandOrigin(command, actor.id)
}
