// Everything that pages sign: bids, openers' acts, and the statement that enrols a certificate.
import './sign-page.js';
import './enrol-page.js';
import './browser-key-page.js';
import './opening-page.js';

// Whoever wants to see what a page does with a key can call the same from the browser's console.
export { readCommittee } from './committee.js';
export { sign } from './cades.js';
export { signDetached, signsDetached } from './jws.js';
export { KeyChooser } from './key-chooser.js';
export { verifyClosing } from './closing.js';
export { openKeyFile, openShareKeyFile } from './key-file.js';
export { answerRehearsal, openShares, openingAct, shareKey } from './open-shares.js';
export { describeAttachments, envelopeHeader, partStatement, sealBid } from './seal.js';
