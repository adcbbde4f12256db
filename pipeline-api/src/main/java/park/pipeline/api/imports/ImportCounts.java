package park.pipeline.api.imports;

/** How many rows were processed, and what became of them: each is one of the three. */
public record ImportCounts(int accepted, int unchanged, int rejected) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0);

    /** Those of which it is settled what became of them. */
    public int processed() {
        return accepted + unchanged + rejected;
    }

    ImportCounts plusAccepted() {
        return new ImportCounts(accepted + 1, unchanged, rejected);
    }

    ImportCounts plusUnchanged() {
        return new ImportCounts(accepted, unchanged + 1, rejected);
    }

    ImportCounts plusRejected() {
        return new ImportCounts(accepted, unchanged, rejected + 1);
    }
}
