package park.pipeline.api.transfer;

/** Why a store was not copied. */
final class TransferRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] values;

    /** @param code names the sentence that is told */
    TransferRefused(String code, Object... values) {
        super(code, null, false, false);
        this.code = code;
        this.values = values.clone();
    }

    String code() {
        return code;
    }

    Object[] values() {
        return values.clone();
    }
}
