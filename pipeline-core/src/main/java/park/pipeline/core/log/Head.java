package park.pipeline.core.log;

/**
 * The end of the log.
 *
 * @param position of its newest event; 0 in an empty log
 * @param recordedAt of that event, in microseconds
 */
record Head(long position, long recordedAt) {
    /** Behind one more command, recorded at this instant. */
    Head behind(Append append, long instant) {
        return new Head(position + append.lines().size(), instant);
    }

    /** Where a command ended up, this being the end of the log behind it. */
    Appended appended(Append append) {
        return new Appended(position, append.lines().getLast().sequence(), Micros.instant(recordedAt));
    }
}
