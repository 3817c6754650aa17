// Everything that pages sign: bids, and what enrols a certificate or asks for one.
import './sign-page.js';
import './enrol-page.js';
import './browser-key-page.js';
