/** Roles of the disaster team that several people hold at once; whoever takes another one takes it over. */
import type { TeamRole } from '$ipc/wire';

export const shared: readonly TeamRole[] = ['recovery', 'adviser'];
