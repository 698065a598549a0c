/** Presses of Escape that only a tooltip has answered. */
const passedOn = new WeakSet<Event>();

/** A tooltip that goes with Escape is no answer to it: what lies below is meant as well. */
export function passOnEscape(event: KeyboardEvent): void {
  passedOn.add(event);
}

/** Whether something that lies higher has answered a press of Escape. */
export function isEscapeTaken(event: KeyboardEvent): boolean {
  return event.defaultPrevented && !passedOn.has(event);
}
