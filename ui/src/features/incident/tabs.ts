/** The parts of a record, in the order of their tabs. */
export const tabNames = ['course', 'flow', 'situation', 'team', 'provider', 'recovery', 'messages', 'tickets', 'afterwork', 'evidence', 'history'] as const;
export type Tab = (typeof tabNames)[number];
