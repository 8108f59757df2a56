/** Starts the page. */
import { mount } from 'svelte';
import App from './App.svelte';
import { wearAsBefore } from './design/look.svelte';
import './design/styles.css';
import { look } from './ipc/desktop.svelte';
import { fetchAhead } from './shell/ahead';

wearAsBefore();
const looked = look();
fetchAhead();
mount(App, { target: document.getElementById('app')!, props: { looked } });
