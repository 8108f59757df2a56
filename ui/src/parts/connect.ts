/** Joins what the design asks of the world with the door to Rust. Imported once, by the page. */
import { connect } from '$design/outside';
import { once } from '$ipc/core';
import { copy } from '$ipc/desktop.svelte';

connect({ copy, once });
