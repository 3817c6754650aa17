// Everything that pages sign: bids, and the statement that enrols a certificate.
import './sign-page.js';
import './enrol-page.js';
