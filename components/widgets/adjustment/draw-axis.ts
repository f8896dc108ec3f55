/** How far an axis of draws goes to either side: a little beyond the spread, and somewhere where there is none. */
export const reach = (spread: number): number => (spread === 0 ? 0.1 : spread * 1.15);
