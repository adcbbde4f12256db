package park.pipeline.api.imports;

/** The service is going down; what was settled stays, and sending the file again goes on. */
final class ImportStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportStopped() {
        super("The service stops", null, false, false);
    }
}
