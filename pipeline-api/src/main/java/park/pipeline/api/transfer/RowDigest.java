package park.pipeline.api.transfer;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of rows in whatever order: databases sort texts differently. It is the sum of the rows' SHA-256, which tells what
 * was lost or changed on the way; who has rewritten the log, the seal tells.
 */
final class RowDigest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha256;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    RowDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    void add(byte[] line) {
        sum = sum.add(new BigInteger(1, sha256.digest(line))).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** How many rows, and their digest: the same for the same rows. */
    TableSum sum() {
        byte[] bytes = new byte[32];
        byte[] number = sum.toByteArray();
        int length = Math.min(bytes.length, number.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        return new TableSum(rows, HexFormat.of().formatHex(bytes));
    }

    /**
     * What a table held.
     *
     * @param digest hexadecimal
     */
    record TableSum(long rows, String digest) {}
}
