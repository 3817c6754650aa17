package org.subhasta.signing;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * Puts signature time-stamps into a CMS signature and takes them out again (ETSI EN 319 122-1,
 * clause 5.3). They stand outside of what is signed, so the signature stays the same. Works on the
 * bare ASN.1: the library's own types would sort the sets inside a token anew, and so change it.
 */
final class UnsignedAttributes {

    static final ASN1ObjectIdentifier TIME_STAMP =
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;

    private static final int TAG = 1;

    private UnsignedAttributes() {
    }

    /** The same signature with a further token, which stays to the byte as it came. */
    static byte[] with(byte[] signature, byte[] token) throws IOException {
        ASN1Sequence info = ASN1Sequence.getInstance(signature);
        ASN1Sequence data = signedData(info);
        ASN1Sequence signer = signer(data);
        ASN1EncodableVector tokens = new ASN1EncodableVector();
        ASN1Encodable last = signer.getObjectAt(signer.size() - 1);
        if (isUnsigned(last)) {
            ASN1Set before = ASN1Set.getInstance((ASN1TaggedObject) last, false);
            for (ASN1Encodable one : Attribute.getInstance(before.getObjectAt(0)).getAttrValues()) {
                tokens.add(one);
            }
        }
        tokens.add(ASN1Primitive.fromByteArray(token));
        ASN1Encodable attribute = sequence(TIME_STAMP, new DLSet(tokens));
        ASN1Sequence stamped =
                signer(signer, new DLTaggedObject(false, TAG, new DLSet(attribute)));
        return sequence(info.getObjectAt(0), new DLTaggedObject(true, 0, data(data, stamped)))
                .getEncoded(ASN1Encoding.DL);
    }

    /** The signed data as its signer made it. */
    static ASN1Sequence without(ASN1Sequence data) {
        return data(data, signer(signer(data), null));
    }

    /** What the content info is about. */
    static ASN1Sequence signedData(ASN1Primitive info) {
        return ASN1Sequence.getInstance((ASN1TaggedObject)
                ASN1Sequence.getInstance(info).getObjectAt(1), true);
    }

    private static ASN1Sequence signer(ASN1Sequence data) {
        return ASN1Sequence.getInstance(
                ASN1Set.getInstance(data.getObjectAt(data.size() - 1)).getObjectAt(0));
    }

    private static ASN1Sequence signer(ASN1Sequence signer, ASN1Encodable unsigned) {
        ASN1EncodableVector elements = new ASN1EncodableVector();
        for (ASN1Encodable element : signer) {
            if (!isUnsigned(element)) {
                elements.add(element);
            }
        }
        if (unsigned != null) {
            elements.add(unsigned);
        }
        return new DLSequence(elements);
    }

    private static ASN1Sequence data(ASN1Sequence data, ASN1Sequence signer) {
        ASN1EncodableVector elements = new ASN1EncodableVector();
        for (int i = 0; i < data.size() - 1; i++) {
            elements.add(data.getObjectAt(i));
        }
        elements.add(new DLSet(signer));
        return new DLSequence(elements);
    }

    private static ASN1Sequence sequence(ASN1Encodable first, ASN1Encodable second) {
        ASN1EncodableVector elements = new ASN1EncodableVector();
        elements.add(first);
        elements.add(second);
        return new DLSequence(elements);
    }

    private static boolean isUnsigned(ASN1Encodable element) {
        return element instanceof ASN1TaggedObject tagged && tagged.hasContextTag(TAG);
    }
}
