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
 * wrong-password, no-key, several-keys, no-certificate, unsupported-key, weak-key.
 */
export class KeyFileError extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** The key to sign with (not extractable), its certificate, and the file's other certificates. */
export const openKeyFile = (buffer, password) => openFile(buffer, password, SIGNING);

/** The same with the key that shares are sealed to: on P-256, for key agreement. */
export const openShareKeyFile = (buffer, password) => openFile(buffer, password, AGREEING);

async function openFile(buffer, password, use) {
  const pfx = parse(buffer);
  await decrypt(pfx, password);
  const bags = pfx.parsedValue.authenticatedSafe.parsedValue.safeContents
    .flatMap((content) => content.value.safeBags);
  const { key, pss } = await privateKey(bags, password, use);
  const certificates = bags.filter((bag) => bag.bagId === CERTIFICATE_BAG)
    .map((bag) => bag.bagValue.parsedValue)
    .filter((certificate) => certificate instanceof pkijs.Certificate);
  const certificate = await matching(key, certificates, use);
  return described({ key, pss }, certificate, certificates.filter((other) => other !== certificate));
}

/** A key with its certificates (DER) as it was kept: what was opened before. */
export const reopened = ({ key, pss, certificate, others }) => described(
  { key, pss }, pkijs.Certificate.fromBER(certificate), others.map((other) => pkijs.Certificate.fromBER(other)));

/** The SubjectPublicKeyInfo of a certificate, both in DER. */
export const publicKeyOf = (certificate) =>
  pkijs.Certificate.fromBER(certificate).subjectPublicKeyInfo.toSchema().toBER(false);

/** `pss` is the same RSA key for signing JSON, since a browser binds a key to one scheme. */
const described = async ({ key, pss = null }, certificate, others) =>
  ({ key, pss, certificate, others, about: await about(certificate) });

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
    const algorithm = use.algorithm(info.privateKeyAlgorithm);
    const take = (how) => crypto.subtle.importKey('pkcs8', info.toSchema().toBER(false), how, false, use.usages);
    const rsa = algorithm.name === 'RSASSA-PKCS1-v1_5';
    return { key: await take(algorithm), pss: rsa ? await take({ ...algorithm, name: 'RSA-PSS' }) : null };
  } catch (e) {
    throw e instanceof KeyFileError ? e : new KeyFileError('unsupported-key', e);
  }
}

const curveOf = ({ algorithmId, algorithmParams }) =>
  algorithmId === EC && CURVES[algorithmParams?.valueBlock?.toString()];

const SIGNING = {
  usages: ['sign'],
  algorithm(identifier) {
    if (identifier.algorithmId === RSA) return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const namedCurve = curveOf(identifier);
    if (!namedCurve) throw new KeyFileError('unsupported-key');
    return { name: 'ECDSA', namedCurve };
  },
  async matcher(key) {
    const probe = crypto.getRandomValues(new Uint8Array(32));
    const how = { name: key.algorithm.name, hash: digestFor(key) };
    const signature = await crypto.subtle.sign(how, key, probe);
    const { namedCurve } = key.algorithm;
    const algorithm = namedCurve ? { name: 'ECDSA', namedCurve } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return async (spki) => crypto.subtle.verify(how,
      await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']), signature, probe);
  },
};

const AGREEING = {
  usages: ['deriveBits'],
  algorithm(identifier) {
    if (curveOf(identifier) !== 'P-256') throw new KeyFileError('unsupported-key');
    return ECDH;
  },
  /** Two that agree with each other come to the same secret from both sides. */
  async matcher(key) {
    const probe = await crypto.subtle.generateKey(ECDH, false, ['deriveBits']);
    const mine = await agree(key, probe.publicKey);
    return async (spki) => mine === await agree(probe.privateKey,
      await crypto.subtle.importKey('spki', spki, ECDH, false, []));
  },
};

const ECDH = { name: 'ECDH', namedCurve: 'P-256' };
const agree = async (key, other) =>
  hex(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, key, 256));

/** The certificate of this key: found by trying, since names and attributes may lie. */
async function matching(key, certificates, use) {
  if (key.algorithm.name === 'RSASSA-PKCS1-v1_5' && key.algorithm.modulusLength < SMALLEST_RSA) {
    throw new KeyFileError('weak-key');
  }
  const matches = await use.matcher(key);
  for (const certificate of certificates) {
    try {
      if (await matches(certificate.subjectPublicKeyInfo.toSchema().toBER(false))) return certificate;
    } catch {
      // Another kind of key: not this certificate.
    }
  }
  throw new KeyFileError('no-certificate');
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
