package org.subhasta.architecture.planted.journal;

class OwnCrypto {
    Class<?> cms = org.bouncycastle.cms.CMSSignedData.class;
}
