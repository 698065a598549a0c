/** Calls back when the colours may have changed: by the page's own switch or by the desktop's. */
export function onThemeChange(listener: () => void): () => void {
  const root = new MutationObserver(listener);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const desktop = matchMedia('(prefers-color-scheme: dark)');
  desktop.addEventListener('change', listener);
  return () => {
    root.disconnect();
    desktop.removeEventListener('change', listener);
  };
}
