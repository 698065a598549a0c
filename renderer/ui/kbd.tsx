import './kbd.css';

/** A shortcut as it stands on the keys, for instance `Ctrl K`. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
