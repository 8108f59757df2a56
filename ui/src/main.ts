/** Starts the page. */
import { mount } from 'svelte';
import App from './App.svelte';
import { wearAsBefore } from './design/look.svelte';
import './design/styles.css';
import { fetchAhead } from './shell/ahead';

wearAsBefore();
fetchAhead();
mount(App, { target: document.getElementById('app')! });
