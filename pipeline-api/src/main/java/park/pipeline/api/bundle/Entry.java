package park.pipeline.api.bundle;

/** The files of a bundle, by their names in the zip. */
enum Entry {
    /** How to check it, for people. */
    README("README.txt"),
    /** The signed note of the tree that all of it is in. */
    CHECKPOINT("checkpoint.txt"),
    /** The key that signed it: to compare with the one that the reader has from elsewhere. */
    KEY("key.txt"),
    /** The lines of the log, as they were sealed. */
    EVENTS("events.ndjson"),
    /** Of a bundle of the whole log: the hash of each line, base64. */
    LEAVES("leaves.txt"),
    /** Of a bundle of one project: the path of each line to the root. */
    PROOFS("proofs.ndjson");

    private final String file;

    Entry(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
