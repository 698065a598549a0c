/** Asks for a folder by the dialog of the system; the page of a browser has none, since its folders are elsewhere. */
export const chooseFolder = window.xlink?.chooseFolder;
