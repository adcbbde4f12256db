package park.pipeline.api.bundle;

/** Why a bundle is not found proven. */
final class Refusal extends RuntimeException {
    static final int NOT_PROVEN = 1;
    static final int NOT_CHECKED = 2;

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String code;
    private final transient Object[] values;

    private Refusal(int exitCode, String code, Object... values) {
        super(code);
        this.exitCode = exitCode;
        this.code = code;
        this.values = values;
    }

    /** It was checked, and does not prove what it should. */
    static Refusal notProven(String code, Object... values) {
        return new Refusal(NOT_PROVEN, code, values);
    }

    /** It cannot be checked: no bundle, no key, or not asked for as it should be. */
    static Refusal notChecked(String code, Object... values) {
        return new Refusal(NOT_CHECKED, code, values);
    }

    int exitCode() {
        return exitCode;
    }

    /** Its sentence is under this key in {@code verify.properties}. */
    String code() {
        return code;
    }

    Object[] values() {
        return values;
    }
}
