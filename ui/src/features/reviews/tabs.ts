/** The parts of a review, in the order of their tabs. */
export const tabNames = ['inputs', 'steps', 'outcome', 'people', 'history'] as const;
export type Tab = (typeof tabNames)[number];
