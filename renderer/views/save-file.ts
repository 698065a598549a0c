/** Saves a file as the browser or the desktop window saves what is downloaded. */
export function saveFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has taken hold of what is behind the address by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
