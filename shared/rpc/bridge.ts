/**
 * What the preload script of the window lends to the page as `window.xlink`, and nothing else: one connection to the
 * engine, by frames of the contract, and the system's dialog for a folder. A page has it in Electron only.
 */
export interface XlinkBridge {
  /** Opens the connection; listeners are set before it. A page opens once. */
  open(): void;
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
  /** Asks for a folder by the dialog of the system; null where none was chosen. */
  chooseFolder(): Promise<string | null>;
}
