import './skeleton.css';

/** A grey stroke where text will stand. It is drawn only: say elsewhere that something is being read. */
export function Skeleton({ width = '60%' }: { readonly width?: string }) {
  return <span className="skeleton" style={{ width }} aria-hidden="true" />;
}
