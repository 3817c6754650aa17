// Opens a PKCS#12 file here, in the browser: neither the file nor its password goes anywhere.
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { hex, utf8 } from './bytes.js';

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const CURVES = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384' };
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const OLD_ENCRYPTION = '1.2.840.113549.1.12.1.'; // RC2, RC4 and 3DES of PKCS#12 itself
const SMALLEST_RSA = 2048;

/**
 * Why a key file could not be used. `reason` is one of: not-a-key-file, old-encryption,
 * wrong-password, no-key, several-keys, no-certificate, unsupported-key, weak-key,
 * not-for-encryption.
 */
export class KeyFileError extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/**
 * The key (not extractable), its certificate, and the other certificates of the file. `use` is
 * SIGNING, or ENCRYPTION for an opener's other key: { key, publicKey, certificate, others, about }.
 */
export async function openKeyFile(buffer, password, use = 'SIGNING') {
  const pfx = parse(buffer);
  await decrypt(pfx, password);
  const bags = pfx.parsedValue.authenticatedSafe.parsedValue.safeContents
    .flatMap((content) => content.value.safeBags);
  const key = await privateKey(bags, password, use);
  const certificates = bags.filter((bag) => bag.bagId === CERTIFICATE_BAG)
    .map((bag) => bag.bagValue.parsedValue)
    .filter((certificate) => certificate instanceof pkijs.Certificate);
  const certificate = await matching(key, certificates);
  return described(key, certificate, certificates.filter((other) => other !== certificate));
}

/** A key with its certificates (DER) as it was kept: what openKeyFile() gave. */
export const reopened = ({ key, certificate, others }) => described(
  key, pkijs.Certificate.fromBER(certificate), others.map((other) => pkijs.Certificate.fromBER(other)));

/** The SubjectPublicKeyInfo of a certificate, both in DER. */
export const publicKeyOf = (certificate) =>
  pkijs.Certificate.fromBER(certificate).subjectPublicKeyInfo.toSchema().toBER(false);

async function described(key, certificate, others) {
  const spki = certificate.subjectPublicKeyInfo.toSchema().toBER(false);
  const publicKey = await crypto.subtle.importKey('spki', spki, publicPart(key.algorithm), true,
    key.algorithm.name === 'ECDH' ? [] : ['verify']);
  return { key, publicKey, certificate, others, about: await about(certificate) };
}

const publicPart = ({ name, namedCurve }) =>
  (namedCurve ? { name, namedCurve } : { name, hash: 'SHA-256' });

function parse(buffer) {
  try {
    return pkijs.PFX.fromBER(buffer);
  } catch (e) {
    throw new KeyFileError('not-a-key-file', e);
  }
}

async function decrypt(pfx, password) {
  const secret = utf8(password).buffer;
  try {
    await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
  } catch (e) {
    throw new KeyFileError(/integrity/i.test(e.message) ? 'wrong-password' : 'not-a-key-file', e);
  }
  const safe = pfx.parsedValue.authenticatedSafe;
  for (const content of safe.safeContents) refuseOldEncryption(content);
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) });
  } catch (e) {
    throw new KeyFileError('wrong-password', e);
  }
}

function refuseOldEncryption(content) {
  if (content.contentType !== ENCRYPTED_DATA) return;
  // Reading consumes what is read, so a copy is read.
  const copy = asn1js.fromBER(content.content.toBER(false)).result;
  const data = new pkijs.EncryptedData({ schema: copy });
  refuseOld(data.encryptedContentInfo.contentEncryptionAlgorithm.algorithmId);
}

function refuseOld(algorithm) {
  if (algorithm.startsWith(OLD_ENCRYPTION)) throw new KeyFileError('old-encryption');
}

async function privateKey(bags, password, use) {
  const keys = bags.filter((bag) => bag.bagId === KEY_BAG || bag.bagId === SHROUDED_KEY_BAG);
  if (keys.length === 0) throw new KeyFileError('no-key');
  if (keys.length > 1) throw new KeyFileError('several-keys');
  let info = keys[0].bagValue;
  if (keys[0].bagId === SHROUDED_KEY_BAG) {
    refuseOld(info.encryptionAlgorithm.algorithmId);
    try {
      await info.parseInternalValues({ password: utf8(password).buffer });
    } catch (e) {
      throw new KeyFileError('wrong-password', e);
    }
    info = info.parsedValue;
  }
  try {
    return await crypto.subtle.importKey('pkcs8', info.toSchema().toBER(false),
      algorithm(info.privateKeyAlgorithm, use), false, [use === 'SIGNING' ? 'sign' : 'deriveBits']);
  } catch (e) {
    throw e instanceof KeyFileError ? e : new KeyFileError('unsupported-key', e);
  }
}

function algorithm(identifier, use) {
  if (use === 'ENCRYPTION') {
    if (CURVES[identifier.algorithmParams?.valueBlock?.toString()] !== 'P-256') {
      throw new KeyFileError('not-for-encryption');
    }
    return { name: 'ECDH', namedCurve: 'P-256' };
  }
  if (identifier.algorithmId === RSA) return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const curve = identifier.algorithmId === EC
    && CURVES[identifier.algorithmParams?.valueBlock?.toString()];
  if (!curve) throw new KeyFileError('unsupported-key');
  return { name: 'ECDSA', namedCurve: curve };
}

/** The certificate of this key: found by trying, since names and attributes may lie. */
async function matching(key, certificates) {
  if (key.algorithm.name === 'RSASSA-PKCS1-v1_5' && key.algorithm.modulusLength < SMALLEST_RSA) {
    throw new KeyFileError('weak-key');
  }
  const fits = key.algorithm.name === 'ECDH' ? await agreement(key) : await signature(key);
  for (const certificate of certificates) {
    try {
      if (await fits(certificate.subjectPublicKeyInfo.toSchema().toBER(false))) return certificate;
    } catch {
      // Another kind of key: not this certificate.
    }
  }
  throw new KeyFileError('no-certificate');
}

/** A test whether a public key verifies what this key signs. */
async function signature(key) {
  const probe = crypto.getRandomValues(new Uint8Array(32));
  const how = { name: key.algorithm.name, hash: digestFor(key) };
  const signed = await crypto.subtle.sign(how, key, probe);
  return async (spki) => crypto.subtle.verify(how,
    await crypto.subtle.importKey('spki', spki, publicPart(key.algorithm), false, ['verify']), signed, probe);
}

/** A test whether a public key agrees with a third one on what this key agrees on with it. */
async function agreement(key) {
  const third = await crypto.subtle.generateKey(key.algorithm, false, ['deriveBits']);
  const agree = async (mine, theirs) => hex(
    await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256));
  const agreed = await agree(key, third.publicKey);
  return async (spki) => agreed === await agree(third.privateKey,
    await crypto.subtle.importKey('spki', spki, key.algorithm, false, []));
}

/** The digest that goes with a key: as strong as the key, and accepted by the platform. */
export const digestFor = (key) => (key.algorithm.namedCurve === 'P-384' ? 'SHA-384' : 'SHA-256');

async function about(certificate) {
  const der = certificate.toSchema().toBER(false);
  return {
    subject: name(certificate.subject),
    issuer: name(certificate.issuer),
    notBefore: certificate.notBefore.value,
    notAfter: certificate.notAfter.value,
    fingerprint: hex(await crypto.subtle.digest('SHA-256', der)),
  };
}

const PARTS = {
  '2.5.4.3': 'CN', '2.5.4.10': 'O', '2.5.4.11': 'OU', '2.5.4.6': 'C', '2.5.4.7': 'L',
  '2.5.4.5': 'SERIALNUMBER', '2.5.4.97': 'ORGANIZATIONIDENTIFIER', '2.5.4.4': 'SN', '2.5.4.42': 'GN',
};

/** A name for people: the common name first, then what else it says. */
function name(dn) {
  const parts = dn.typesAndValues.map((part) => ({
    type: PARTS[part.type] ?? part.type, value: part.value.valueBlock.value,
  }));
  const common = parts.find((part) => part.type === 'CN');
  const rest = parts.filter((part) => part !== common && (part.type === 'O' || part.type === 'OU'));
  return [common, ...rest].filter(Boolean).map((part) => part.value).join(', ')
    || parts.map((part) => `${part.type}=${part.value}`).join(', ');
}
