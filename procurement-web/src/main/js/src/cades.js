// A detached signature: CMS (RFC 5652) with the attributes of CAdES baseline B-B
// (ETSI EN 319 122-1): content type, message digest, signing time, signing certificate v2, and
// algorithm protection (RFC 6211). Exactly one signer. DER throughout.
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { digestFor } from './key-file.js';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const ALGORITHM_PROTECTION = '1.2.840.113549.1.9.52';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** The signature over `content` (bytes) in DER, by what openKeyFile() gave. */
export async function sign(content, { key, certificate, others }, at = new Date()) {
  const engine = pkijs.getCrypto(true);
  const digest = digestFor(key);
  const { signatureAlgorithm } = await engine.getSignatureParameters(key, digest);
  const digestAlgorithm = new pkijs.AlgorithmIdentifier({
    algorithmId: engine.getOIDByAlgorithm({ name: digest }, true, 'hash'),
    algorithmParams: new asn1js.Null(),
  });
  const attributes = [
    attribute(CONTENT_TYPE, new asn1js.ObjectIdentifier({ value: DATA })),
    attribute(MESSAGE_DIGEST,
      new asn1js.OctetString({ valueHex: await crypto.subtle.digest(digest, content) })),
    attribute(SIGNING_TIME, time(at)),
    attribute(SIGNING_CERTIFICATE_V2, await signingCertificate(certificate)),
    attribute(ALGORITHM_PROTECTION, new asn1js.Sequence({
      value: [digestAlgorithm.toSchema(), implicit(1, signatureAlgorithm.toSchema())],
    })),
  ];
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: inOrder([certificate, ...others], (c) => c.toSchema().toBER(false)),
    signerInfos: [new pkijs.SignerInfo({
      version: 1,
      sid: new pkijs.IssuerAndSerialNumber({
        issuer: certificate.issuer, serialNumber: certificate.serialNumber,
      }),
      signedAttrs: new pkijs.SignedAndUnsignedAttributes({
        type: 0, attributes: inOrder(attributes, (a) => a.toSchema().toBER(false)),
      }),
    })],
  });
  await signed.sign(key, 0, digest, content);
  return new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) })
    .toSchema().toBER(false);
}

const attribute = (type, value) => new pkijs.Attribute({ type, values: [value] });

/** RFC 5652, 11.3: UTCTime until 2049, GeneralizedTime after. Without fractions of a second. */
function time(at) {
  const whole = new Date(Math.floor(at.getTime() / 1000) * 1000);
  return whole.getUTCFullYear() < 2050
    ? new asn1js.UTCTime({ valueDate: whole })
    : new asn1js.GeneralizedTime({ valueDate: whole });
}

/** RFC 5035: SHA-256 is the default and therefore, in DER, not written. */
async function signingCertificate(certificate) {
  const hash = await crypto.subtle.digest('SHA-256', certificate.toSchema().toBER(false));
  const id = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: hash })] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
}

function implicit(tagNumber, sequence) {
  return new asn1js.Constructed({
    idBlock: { tagClass: 3, tagNumber }, value: sequence.valueBlock.value,
  });
}

/** DER orders the elements of a SET OF by their encodings. */
function inOrder(elements, encode) {
  return elements.map((element) => ({ element, der: new Uint8Array(encode(element)) }))
    .sort((a, b) => compare(a.der, b.der))
    .map(({ element }) => element);
}

function compare(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return a.length - b.length;
}
