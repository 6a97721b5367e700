/**
 * Everything the screens may ask of the program around them, as one interface.
 *
 * Two things stand behind it: the desktop window, and a browser in front of the loopback server.
 * No screen knows which.
 */

/** A finished file on its way to the person's disk. */
export interface FileToSave {
  /** The name to suggest, with its ending. Never a person's name. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What became of a file that was offered for saving. */
export type Saved = 'saved' | 'cancelled'

/** A file that a person chose. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The program around the screens. */
export interface Host {
  /**
   * Calls a command whose answer has the shape `R`. The wire is typed on both sides from one list;
   * this is the one place that relies on it. Rejects with what the back end said, unparsed.
   */
  call<R>(name: string, request: unknown): Promise<R>
  /** Asks where to put a file, and puts it there. */
  saveFile(file: FileToSave): Promise<Saved>
  /** Asks for a file with one of these endings (`['xlsx', 'csv']`); `null` if none is chosen. */
  openFile(endings: readonly string[]): Promise<OpenedFile | null>
  /** Prints the present screen with the print style sheet. */
  print(): void
}
